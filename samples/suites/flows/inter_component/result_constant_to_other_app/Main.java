package cn.privlens.suite.result_constant_to_other_app;

import android.app.Activity;

public class Main extends Activity {
}
