package cn.privlens.suite.dream_name_only;

import android.app.Activity;

public class Main extends Activity {
}
