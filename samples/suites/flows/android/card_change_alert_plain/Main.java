package cn.privlens.suite.card_change_alert_plain;

import android.app.Activity;

public class Main extends Activity {
}
