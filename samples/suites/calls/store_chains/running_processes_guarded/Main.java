package cn.privlens.suite.running_processes_guarded;

import android.app.Activity;

public class Main extends Activity {
}
