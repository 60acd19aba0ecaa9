package cn.privlens.suite.notes_of_provider;

import android.content.Context;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

final class NotesDb extends SQLiteOpenHelper {
    NotesDb(Context context) {
        super(context, "notes.db", null, 1);
    }

    @Override
    public void onCreate(SQLiteDatabase db) {
        db.execSQL("CREATE TABLE notes (_id INTEGER PRIMARY KEY, text TEXT)");
        db.execSQL("CREATE TABLE tags (_id INTEGER PRIMARY KEY, text TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {}
}
