package cn.privlens.suite.sdk_calls_other_sdk;

import android.app.Activity;

public class Main extends Activity {
}
