package cn.privlens.suite.sdk_provider_calls_other_sdk;

import android.app.Activity;

public class Main extends Activity {
}
