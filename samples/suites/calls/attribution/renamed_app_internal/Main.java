package cn.privlens.suite.renamed_app_internal;

import android.app.Activity;

public class Main extends Activity {
}
