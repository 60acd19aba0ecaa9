package cn.privlens.suite.accessibility_service;

import android.app.Activity;

public class Main extends Activity {
}
