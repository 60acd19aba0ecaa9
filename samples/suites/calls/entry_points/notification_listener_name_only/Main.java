package cn.privlens.suite.notification_listener_name_only;

import android.app.Activity;

public class Main extends Activity {
}
