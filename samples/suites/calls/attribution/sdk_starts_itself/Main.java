package cn.privlens.suite.sdk_starts_itself;

import android.app.Activity;

public class Main extends Activity {
}
