package cn.privlens.suite.notification_number_logged;

import android.app.Activity;

public class Main extends Activity {
}
