package cn.privlens.suite.attach_in_helper;

import android.app.Activity;

public class Main extends Activity {
}
