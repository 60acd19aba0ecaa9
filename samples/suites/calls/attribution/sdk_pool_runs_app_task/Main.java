package cn.privlens.suite.sdk_pool_runs_app_task;

import android.app.Activity;

public class Main extends Activity {
}
