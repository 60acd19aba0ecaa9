package cn.jpush.android;

import android.content.Context;
import android.provider.ContactsContract;

/** Written for this sample: stands where a bundled SDK would, and alone uses one permission. */
public final class Helper {
    private Helper() {}

    public static void init(Context context) {
        context.getContentResolver()
                .query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
    }
}
