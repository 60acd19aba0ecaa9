package cn.privlens.suite.receiver_disabled;

import android.app.Activity;

public class Main extends Activity {
}
