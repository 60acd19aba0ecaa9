package com.umeng.commonsdk;

import android.content.Context;
import com.igexin.sdk.Core;

public final class UMConfigure {
    public static void init(Context c) {
        Core.run(c.getApplicationContext());
    }
}
