package cn.privlens.suite.lifecycle_callbacks_not_registered;

import android.app.Activity;

public class Main extends Activity {
}
