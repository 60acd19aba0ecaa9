package cn.privlens.suite.notification_title_logged;

import android.app.Activity;

public class Main extends Activity {
}
