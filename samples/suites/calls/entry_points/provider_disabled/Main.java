package cn.privlens.suite.provider_disabled;

import android.app.Activity;

public class Main extends Activity {
}
