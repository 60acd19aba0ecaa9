package cn.privlens.suite.card_change_alert;

import android.app.Activity;

public class Main extends Activity {
}
