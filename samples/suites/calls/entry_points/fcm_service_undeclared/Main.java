package cn.privlens.suite.fcm_service_undeclared;

import android.app.Activity;

public class Main extends Activity {
}
