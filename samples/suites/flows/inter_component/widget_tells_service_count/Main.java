package cn.privlens.suite.widget_tells_service_count;

import android.app.Activity;

public class Main extends Activity {
}
