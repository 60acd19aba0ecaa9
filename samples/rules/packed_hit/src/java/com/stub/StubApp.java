package com.stub;

import android.app.Application;
import android.content.Context;

/** Written for this sample: stands under the name of a packer's stub; no line of it is in it. */
public class StubApp extends Application {
    static {
        System.loadLibrary("jiagu");
    }

    @Override
    protected native void attachBaseContext(Context base);
}
