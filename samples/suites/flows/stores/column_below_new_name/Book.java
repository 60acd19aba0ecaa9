package cn.privlens.suite.column_below_new_name;

import android.content.Context;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

class Book extends SQLiteOpenHelper {
    Book(Context context) { super(context, "book.db", null, 1); }
    @Override
    public void onCreate(SQLiteDatabase db) { db.execSQL("CREATE TABLE person (tel TEXT, lang TEXT)"); }
    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {}
}
