package cn.privlens.suite.backup_agent_unnamed;

import android.app.Activity;

public class Main extends Activity {
}
