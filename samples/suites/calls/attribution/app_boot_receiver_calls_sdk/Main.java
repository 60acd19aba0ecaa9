package cn.privlens.suite.app_boot_receiver_calls_sdk;

import android.app.Activity;

public class Main extends Activity {
}
