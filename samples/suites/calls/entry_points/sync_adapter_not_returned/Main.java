package cn.privlens.suite.sync_adapter_not_returned;

import android.app.Activity;

public class Main extends Activity {
}
