package cn.privlens.suite.notes_of_provider;

import android.content.ContentProvider;
import android.content.ContentUris;
import android.content.ContentValues;
import android.content.UriMatcher;
import android.database.Cursor;
import android.net.Uri;

public class NotesProvider extends ContentProvider {
    private static final int NOTES = 1;
    private static final int TAGS = 2;
    private static final UriMatcher MATCHER = new UriMatcher(UriMatcher.NO_MATCH);

    static {
        MATCHER.addURI(Contract.AUTHORITY, "notes", NOTES);
        MATCHER.addURI(Contract.AUTHORITY, "tags", TAGS);
    }

    private NotesDb db;

    @Override
    public boolean onCreate() {
        db = new NotesDb(getContext());
        return true;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        long id;
        switch (MATCHER.match(uri)) {
            case NOTES:
                id = db.getWritableDatabase().insert("notes", null, values);
                break;
            case TAGS:
                id = db.getWritableDatabase().insert("tags", null, values);
                break;
            default:
                throw new IllegalArgumentException("unknown address");
        }
        return ContentUris.withAppendedId(uri, id);
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) {
        switch (MATCHER.match(uri)) {
            case NOTES:
                return db.getReadableDatabase().query("notes", columns, where, args, null, null, order);
            case TAGS:
                return db.getReadableDatabase().query("tags", columns, where, args, null, null, order);
            default:
                throw new IllegalArgumentException("unknown address");
        }
    }

    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) {
        return 0;
    }

    @Override
    public int delete(Uri uri, String where, String[] args) {
        return 0;
    }

    @Override
    public String getType(Uri uri) {
        return null;
    }
}
