package cn.privlens.samples.independent;

import android.content.ContentResolver;
import android.content.ContentUris;
import android.content.ContentValues;
import android.content.Context;
import android.database.ContentObserver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Handler;
import android.provider.CalendarContract;
import android.provider.CallLog;
import android.provider.ContactsContract;
import android.telephony.SmsManager;

/** Content providers, through helpers, builders and an observer. */
final class Rows {
    private Rows() {}

    static void run(Context context) {
        helper(context, CallLog.Calls.CONTENT_URI, new String[] {"number"});
        own(context, Uri.parse("content://cn.privlens.samples.independent.auto/contacts"));
        new Query.Builder()
                .from(ContactsContract.CommonDataKinds.Phone.CONTENT_URI)
                .columns("display_name", "data1")
                .build()
                .run(context);
        observe(context);
        batch(context);
        calendar(context);
        send();
        sent(context.getContentResolver());
        notified(context);
        mention(Uri.EMPTY);
    }

    /** The only caller gives the call log. */
    private static int helper(Context context, Uri uri, String[] columns) {
        try (Cursor rows = context.getContentResolver().query(uri, columns, null, null, null)) {
            return rows.getCount();
        }
    }

    /** The same shape; the only caller gives the app's own provider. */
    private static int own(Context context, Uri uri) {
        try (Cursor rows = context.getContentResolver().query(uri, null, null, null, null)) {
            return rows.getCount();
        }
    }

    /** A query that a nested builder puts together. */
    static final class Query {
        private final Uri uri;
        private final String[] columns;

        private Query(Builder builder) {
            uri = builder.uri;
            columns = builder.columns;
        }

        int run(Context context) {
            try (Cursor rows = context.getContentResolver().query(uri, columns, null, null, null)) {
                return rows.getCount();
            }
        }

        static final class Builder {
            private Uri uri;
            private String[] columns;

            Builder from(Uri value) {
                uri = value;
                return this;
            }

            Builder columns(String... values) {
                columns = values;
                return this;
            }

            Query build() {
                return new Query(this);
            }
        }
    }

    private static void observe(Context context) {
        context.getContentResolver()
                .registerContentObserver(Uri.parse("content://sms"), true, new Codes(context, new Handler()));
    }

    /** Looks for a one-time code in the newest message. */
    static final class Codes extends ContentObserver {
        private final Context context;

        Codes(Context context, Handler handler) {
            super(handler);
            this.context = context;
        }

        @Override
        public void onChange(boolean self) {
            String box = "inbox";
            Cursor rows =
                    context.getContentResolver()
                            .query(Uri.parse("content://sms/" + box), new String[] {"body"}, "read=0", null, "date desc");
            if (rows != null && rows.moveToFirst()) {
                System.out.println(rows.getString(0).replaceAll("验证码", ""));
            }
        }
    }

    /** Through a provider client instead of the resolver. */
    private static void batch(Context context) {
        try {
            context.getContentResolver()
                    .acquireContentProviderClient(ContactsContract.AUTHORITY)
                    .query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        } catch (android.os.RemoteException gone) {
            // The provider stopped.
        }
    }

    private static void calendar(Context context) {
        ContentValues values = new ContentValues();
        values.put("title", "会议𠮷");
        Uri made = context.getContentResolver().insert(CalendarContract.Events.CONTENT_URI, values);
        context.getContentResolver().delete(ContentUris.withAppendedId(made, 1L), null, null);
    }

    private static void send() {
        SmsManager.getDefault().sendTextMessage("10086", null, "查询", null, null);
    }

    private static void sent(ContentResolver resolver) {
        ContentValues values = new ContentValues();
        values.put("body", "查询");
        resolver.insert(Uri.parse("content://sms/sent"), values);
    }

    private static void notified(Context context) {
        context.getContentResolver().notifyChange(ContactsContract.Contacts.CONTENT_URI, null);
    }

    private static boolean mention(Uri uri) {
        String text = "content://com.android.contacts/contacts";
        return uri.toString().startsWith(text) || "com.android.contacts".equals(uri.getAuthority());
    }
}
