package cn.privlens.suite.process_lifecycle_not_added;

import android.app.Activity;

public class Main extends Activity {
}
