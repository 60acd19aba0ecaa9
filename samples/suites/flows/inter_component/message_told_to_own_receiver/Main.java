package cn.privlens.suite.message_told_to_own_receiver;

import android.app.Activity;

public class Main extends Activity {
}
