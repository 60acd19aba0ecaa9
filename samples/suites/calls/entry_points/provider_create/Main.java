package cn.privlens.suite.provider_create;

import android.app.Activity;

public class Main extends Activity {
}
