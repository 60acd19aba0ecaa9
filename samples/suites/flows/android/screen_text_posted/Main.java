package cn.privlens.suite.screen_text_posted;

import android.app.Activity;

public class Main extends Activity {
}
