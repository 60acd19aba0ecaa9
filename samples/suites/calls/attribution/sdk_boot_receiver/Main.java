package cn.privlens.suite.sdk_boot_receiver;

import android.app.Activity;

public class Main extends Activity {
}
