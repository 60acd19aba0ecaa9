package cn.privlens.suite.provider_starts_service_on_query;

import android.app.Activity;

public class Main extends Activity {
}
