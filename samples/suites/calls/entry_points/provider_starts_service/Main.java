package cn.privlens.suite.provider_starts_service;

import android.app.Activity;

public class Main extends Activity {
}
