package cn.privlens.suite.provider_not_exported_query;

import android.app.Activity;

public class Main extends Activity {
}
