package cn.privlens.suite.notification_listener;

import android.app.Activity;

public class Main extends Activity {
}
