package cn.privlens.suite.sdk_reads_app_calls;

import android.app.Activity;

public class Main extends Activity {
}
