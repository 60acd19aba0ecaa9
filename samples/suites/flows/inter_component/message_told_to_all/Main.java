package cn.privlens.suite.message_told_to_all;

import android.app.Activity;

public class Main extends Activity {
}
