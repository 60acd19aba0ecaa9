package cn.privlens.suite.event_before_subscription;

import android.app.Activity;

public class Main extends Activity {
}
