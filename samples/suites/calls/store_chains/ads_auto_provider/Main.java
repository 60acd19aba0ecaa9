package cn.privlens.suite.ads_auto_provider;

import android.app.Activity;

public class Main extends Activity {
}
