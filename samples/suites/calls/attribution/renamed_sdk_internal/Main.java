package cn.privlens.suite.renamed_sdk_internal;

import android.app.Activity;

public class Main extends Activity {
}
