package cn.privlens.suite.widget_tells_service;

import android.app.Activity;

public class Main extends Activity {
}
