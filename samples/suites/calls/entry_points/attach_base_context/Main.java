package cn.privlens.suite.attach_base_context;

import android.app.Activity;

public class Main extends Activity {
}
