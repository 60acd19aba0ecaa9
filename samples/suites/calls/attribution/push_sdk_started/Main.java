package cn.privlens.suite.push_sdk_started;

import android.app.Activity;

public class Main extends Activity {
}
