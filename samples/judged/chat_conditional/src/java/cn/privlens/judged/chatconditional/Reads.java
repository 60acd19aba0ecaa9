package cn.privlens.judged.chatconditional;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** Every name in the address book. */
    static String contacts(Context context) {
        StringBuilder all = new StringBuilder();
        Cursor rows = context.getContentResolver()
                .query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("display_name"))).append(';');
        }
        return all.toString();
    }
}
