package cn.privlens.suite.crash_sdk_started;

import android.app.Activity;

public class Main extends Activity {
}
