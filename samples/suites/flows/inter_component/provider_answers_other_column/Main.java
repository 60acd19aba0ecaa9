package cn.privlens.suite.provider_answers_other_column;

import android.app.Activity;

public class Main extends Activity {
}
