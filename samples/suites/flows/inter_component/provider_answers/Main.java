package cn.privlens.suite.provider_answers;

import android.app.Activity;

public class Main extends Activity {
}
