package cn.privlens.suite.sticky_event_replayed;

import android.app.Activity;

public class Main extends Activity {
}
