package cn.privlens.suite.app_reads_sdk_named_field;

import android.app.Activity;

public class Main extends Activity {
}
