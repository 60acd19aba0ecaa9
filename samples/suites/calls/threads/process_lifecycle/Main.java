package cn.privlens.suite.process_lifecycle;

import android.app.Activity;

public class Main extends Activity {
}
