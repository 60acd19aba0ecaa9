package cn.privlens.suite.backup_agent;

import android.app.Activity;

public class Main extends Activity {
}
