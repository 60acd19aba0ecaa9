package cn.privlens.suite.ads_provider_absent;

import android.app.Activity;

public class Main extends Activity {
}
