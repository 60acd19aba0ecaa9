package cn.privlens.suite.sdk_asks_listener;

import android.app.Activity;

public class Main extends Activity {
}
