package cn.privlens.suite.service_started;

import android.app.Activity;

public class Main extends Activity {
}
