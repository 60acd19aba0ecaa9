package cn.privlens.suite.meta_data_names_class;

import android.app.Activity;

public class Main extends Activity {
}
