package cn.privlens.suite.running_processes_perf;

import android.app.Activity;

public class Main extends Activity {
}
