package com.google.android.gms.auth.api.phone;

import android.content.Context;

/** Written for this sample after the published interface; no line of the library is in it. */
public class SmsRetrieverClient {
    private final Context context;

    SmsRetrieverClient(Context context) {
        this.context = context;
    }

    public String startSmsRetriever() {
        return context.getPackageName();
    }
}
