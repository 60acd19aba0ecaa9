package cn.privlens.suite.helper_named_like_sdk_reads;

import android.app.Activity;

public class Main extends Activity {
}
