package cn.privlens.suite.provider_before_application;

import android.app.Activity;

public class Main extends Activity {
}
