package cn.privlens.suite.module_in_list;

import android.content.Context;
import android.util.Log;

final class ThemeModule implements Module {
    @Override
    public void start(Context context) {
        Log.i("suite", "theme of " + context.getPackageName());
    }
}
