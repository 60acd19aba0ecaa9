package cn.privlens.suite.job_service;

import android.app.Activity;

public class Main extends Activity {
}
