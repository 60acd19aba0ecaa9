package cn.privlens.suite.crashlytics_opt_out;

import android.app.Activity;

public class Main extends Activity {
}
