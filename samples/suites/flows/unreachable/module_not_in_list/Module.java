package cn.privlens.suite.module_not_in_list;

import android.content.Context;

interface Module {
    void start(Context context);
}
