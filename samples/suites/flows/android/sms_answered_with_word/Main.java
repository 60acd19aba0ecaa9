package cn.privlens.suite.sms_answered_with_word;

import android.app.Activity;

public class Main extends Activity {
}
