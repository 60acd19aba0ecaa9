package cn.privlens.suite.fcm_service;

import android.app.Activity;

public class Main extends Activity {
}
