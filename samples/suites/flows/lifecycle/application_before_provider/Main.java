package cn.privlens.suite.application_before_provider;

import android.app.Activity;

public class Main extends Activity {
}
