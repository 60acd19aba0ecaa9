package cn.privlens.suite.os_version_test;

import android.app.Activity;

public class Main extends Activity {
}
