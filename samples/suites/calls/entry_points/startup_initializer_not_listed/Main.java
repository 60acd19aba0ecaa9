package cn.privlens.suite.startup_initializer_not_listed;

import android.app.Activity;

public class Main extends Activity {
}
