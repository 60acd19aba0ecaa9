package cn.privlens.suite.aidl_style_stub;

import android.app.Activity;

public class Main extends Activity {
}
