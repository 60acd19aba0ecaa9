package cn.privlens.suite.aidl_style_stub_other;

import android.app.Activity;

public class Main extends Activity {
}
