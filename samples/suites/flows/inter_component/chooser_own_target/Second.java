package cn.privlens.suite.chooser_own_target;

import android.app.Activity;

public class Second extends Activity {
}
