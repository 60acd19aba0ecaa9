package cn.privlens.suite.provider_query;

import android.app.Activity;

public class Main extends Activity {
}
