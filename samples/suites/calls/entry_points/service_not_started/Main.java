package cn.privlens.suite.service_not_started;

import android.app.Activity;

public class Main extends Activity {
}
