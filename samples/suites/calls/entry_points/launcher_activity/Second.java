package cn.privlens.suite.launcher_activity;

import android.app.Activity;

public class Second extends Activity {

}
