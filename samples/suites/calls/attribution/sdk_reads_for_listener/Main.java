package cn.privlens.suite.sdk_reads_for_listener;

import android.app.Activity;

public class Main extends Activity {
}
