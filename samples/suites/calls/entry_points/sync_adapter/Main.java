package cn.privlens.suite.sync_adapter;

import android.app.Activity;

public class Main extends Activity {
}
