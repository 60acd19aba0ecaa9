package cn.privlens.suite.widget_not_declared;

import android.app.Activity;

public class Main extends Activity {
}
