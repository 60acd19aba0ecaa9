package cn.privlens.suite.sdk_started_by_app;

import android.app.Activity;

public class Main extends Activity {
}
