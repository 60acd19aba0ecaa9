package cn.privlens.suite.accessibility_helper;

import android.app.Activity;

public class Main extends Activity {
}
