package cn.privlens.suite.sentry_auto_init_off;

import android.app.Activity;

public class Main extends Activity {
}
