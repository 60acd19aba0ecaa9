package cn.privlens.suite.renamed_sdk_internal;

import android.content.Context;

class Own {
    void own(Context c) { c.getPackageName(); }
}
