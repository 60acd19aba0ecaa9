package cn.privlens.suite.package_replaced_receiver;

import android.app.Activity;

public class Main extends Activity {
}
