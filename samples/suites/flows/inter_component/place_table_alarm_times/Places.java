package cn.privlens.suite.place_table_alarm_times;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

class Places extends SQLiteOpenHelper {
    Places(Context c) {
        super(c, "places.db", null, 2);
    }

    @Override
    public void onCreate(SQLiteDatabase db) {
        db.execSQL("CREATE TABLE place (_id INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT, at TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {
        db.execSQL("DROP TABLE IF EXISTS place");
        onCreate(db);
    }

    void add(double lat, double lon) {
        ContentValues v = new ContentValues();
        v.put("place", lat + ";" + lon);
        v.put("at", String.valueOf(System.currentTimeMillis()));
        getWritableDatabase().insert("place", null, v);
    }

    String column(String name) {
        StringBuilder all = new StringBuilder();
        Cursor c = getReadableDatabase().query("place", new String[] {name}, null, null, null, null, null);
        while (c.moveToNext()) {
            all.append(c.getString(0)).append('|');
        }
        c.close();
        return all.toString();
    }
}
