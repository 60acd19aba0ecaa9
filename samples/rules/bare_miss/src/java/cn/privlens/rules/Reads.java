package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** Every name in the address book. */
    static String contacts(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.provider.ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("display_name"))).append(';');
        }
        return all.toString();
    }
}
