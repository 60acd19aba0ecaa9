package cn.privlens.suite.startup_initializer;

import android.app.Activity;

public class Main extends Activity {
}
