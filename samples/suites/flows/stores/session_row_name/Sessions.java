package cn.privlens.suite.session_row_name;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

final class Sessions extends SQLiteOpenHelper {
    private static final String QUERY = "SELECT name, token FROM session ORDER BY _id DESC LIMIT 1";

    Sessions(Context context) {
        super(context, "session.db", null, 2);
    }

    @Override
    public void onCreate(SQLiteDatabase db) {
        db.execSQL("CREATE TABLE session (_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, token TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {
        db.execSQL("DROP TABLE IF EXISTS session");
        onCreate(db);
    }

    void open(String name, String token) {
        ContentValues row = new ContentValues();
        row.put("name", name);
        row.put("token", token);
        SQLiteDatabase db = getWritableDatabase();
        db.beginTransaction();
        try {
            db.insertOrThrow("session", null, row);
            db.setTransactionSuccessful();
        } finally {
            db.endTransaction();
        }
    }

    String last() {
        Cursor rows = getReadableDatabase().rawQuery(QUERY, null);
        try {
            return rows.moveToFirst() ? rows.getString(0) : "";
        } finally {
            rows.close();
        }
    }
}
