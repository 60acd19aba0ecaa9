package cn.privlens.suite.collector_started_by_name;

import android.app.Activity;

public class Main extends Activity {
}
