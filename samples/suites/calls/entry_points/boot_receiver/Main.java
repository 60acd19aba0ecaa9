package cn.privlens.suite.boot_receiver;

import android.app.Activity;

public class Main extends Activity {
}
