package com.google.android.gms.auth.api.phone;

import android.content.Context;

/** Written for this sample after the published interface; no line of the library is in it. */
public final class SmsRetriever {
    private SmsRetriever() {}

    public static SmsRetrieverClient getClient(Context context) {
        return new SmsRetrieverClient(context);
    }
}
