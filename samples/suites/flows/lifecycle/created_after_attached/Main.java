package cn.privlens.suite.created_after_attached;

import android.app.Activity;

public class Main extends Activity {
}
