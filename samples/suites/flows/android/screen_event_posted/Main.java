package cn.privlens.suite.screen_event_posted;

import android.app.Activity;

public class Main extends Activity {
}
