package cn.privlens.suite.helper_named_like_sdk_calls;

import android.app.Activity;

public class Main extends Activity {
}
