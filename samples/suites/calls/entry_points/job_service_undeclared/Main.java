package cn.privlens.suite.job_service_undeclared;

import android.app.Activity;

public class Main extends Activity {
}
