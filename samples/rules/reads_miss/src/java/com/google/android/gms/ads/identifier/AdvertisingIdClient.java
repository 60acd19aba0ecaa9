package com.google.android.gms.ads.identifier;

import android.content.Context;

/** Written for this sample after the published interface; no line of the library is in it. */
public final class AdvertisingIdClient {
    private AdvertisingIdClient() {}

    public static Info getAdvertisingIdInfo(Context context) {
        return new Info(context.getPackageName());
    }

    /** The answer. */
    public static final class Info {
        private final String id;

        Info(String id) {
            this.id = id;
        }

        public String getId() {
            return id;
        }
    }
}
