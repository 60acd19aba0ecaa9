package cn.privlens.suite.attached_then_created;

import android.app.Activity;

public class Main extends Activity {
}
