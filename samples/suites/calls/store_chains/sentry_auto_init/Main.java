package cn.privlens.suite.sentry_auto_init;

import android.app.Activity;

public class Main extends Activity {
}
