package cn.privlens.suite.sqlite_upload_queue;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;
import java.util.ArrayList;
import java.util.List;

final class QueueDb extends SQLiteOpenHelper {
    static final String TABLE = "reports";

    QueueDb(Context context) {
        super(context, "queue.db", null, 1);
    }

    @Override
    public void onCreate(SQLiteDatabase db) {
        db.execSQL("CREATE TABLE reports (_id INTEGER PRIMARY KEY, kind TEXT, payload TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase db, int from, int to) {}

    void push(String kind, String payload) {
        ContentValues row = new ContentValues();
        row.put("kind", kind);
        row.put("payload", payload);
        getWritableDatabase().insert(TABLE, null, row);
    }

    List<String> waiting() {
        List<String> found = new ArrayList<>();
        Cursor c = getReadableDatabase().query(TABLE, new String[] {"_id", "kind", "payload"}, null, null, null, null, "_id");
        try {
            while (c.moveToNext()) {
                found.add(c.getString(c.getColumnIndex("payload")));
            }
        } finally {
            c.close();
        }
        return found;
    }
}
