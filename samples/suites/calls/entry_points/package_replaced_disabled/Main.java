package cn.privlens.suite.package_replaced_disabled;

import android.app.Activity;

public class Main extends Activity {
}
