package cn.privlens.suite.lifecycle_callbacks;

import android.app.Activity;

public class Main extends Activity {
}
