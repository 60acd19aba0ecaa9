package cn.privlens.suite.crashlytics_emulator;

import android.app.Activity;

public class Main extends Activity {
}
