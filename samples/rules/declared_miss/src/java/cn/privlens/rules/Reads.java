package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** Titles of the calendar. */
    static String events(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.provider.CalendarContract.Events.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("title"))).append(';');
        }
        return all.toString();
    }

    /** Every text message received. */
    static String sms(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.net.Uri.parse("content://sms/inbox"), null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("body"))).append(';');
        }
        return all.toString();
    }
}
