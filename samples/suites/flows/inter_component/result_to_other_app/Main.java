package cn.privlens.suite.result_to_other_app;

import android.app.Activity;

public class Main extends Activity {
}
