package cn.privlens.suite.chooser_wrapped;

import android.app.Activity;

public class Second extends Activity {
}
