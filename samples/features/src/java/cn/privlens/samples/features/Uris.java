package cn.privlens.samples.features;

import android.app.Activity;
import android.content.AsyncQueryHandler;
import android.content.ContentUris;
import android.content.Context;
import android.content.CursorLoader;
import android.database.Cursor;
import android.net.Uri;
import android.provider.CalendarContract;
import android.provider.CallLog;
import android.provider.ContactsContract;
import android.provider.MediaStore;

/** Reads of content providers; the address reaches the call in different ways. */
final class Uris {
    private Uris() {}

    static Cursor field(Context context) {
        return context.getContentResolver()
                .query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
    }

    static Cursor parsed(Context context) {
        return context.getContentResolver()
                .query(Uri.parse("content://mms"), null, null, null, null);
    }

    static Cursor appendedPath(Context context) {
        Uri uri = Uri.withAppendedPath(CallLog.CONTENT_URI, "calls");
        return context.getContentResolver().query(uri, null, null, null, null);
    }

    static Cursor appendedId(Context context) {
        Uri uri = ContentUris.withAppendedId(CalendarContract.Events.CONTENT_URI, 7L);
        return context.getContentResolver().query(uri, null, null, null, null);
    }

    static Cursor loader(Context context) {
        return new CursorLoader(
                        context, MediaStore.Images.Media.EXTERNAL_CONTENT_URI, null, null, null, null)
                .loadInBackground();
    }

    static Cursor built(Context context) {
        Uri uri =
                Uri.parse("content://browser").buildUpon().appendPath("bookmarks").build();
        return context.getContentResolver().query(uri, null, null, null, null);
    }

    static Cursor handler(Activity activity) {
        new OwnHandler(activity)
                .startQuery(
                        1, null, ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        return activity.managedQuery(
                MediaStore.Audio.Media.EXTERNAL_CONTENT_URI, null, null, null, null);
    }

    /** The framework's helper for reads on another thread. */
    static final class OwnHandler extends AsyncQueryHandler {
        OwnHandler(Context context) {
            super(context.getContentResolver());
        }
    }
}
