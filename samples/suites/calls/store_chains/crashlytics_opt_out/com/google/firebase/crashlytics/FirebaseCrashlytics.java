package com.google.firebase.crashlytics;

import android.content.Context;
import com.google.firebase.crashlytics.internal.common.CommonUtils;

public class FirebaseCrashlytics {
    public static FirebaseCrashlytics start(Context c) {
        CommonUtils.isEmulator(c);
        return new FirebaseCrashlytics();
    }
}
