package cn.privlens.suite.widget_updated;

import android.app.Activity;

public class Main extends Activity {
}
