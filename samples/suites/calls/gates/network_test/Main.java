package cn.privlens.suite.network_test;

import android.app.Activity;

public class Main extends Activity {
}
