package cn.privlens.suite.settings_by_path;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.content.SharedPreferences;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;

public class SettingsProvider extends ContentProvider {
    static Uri address(Context c, String key) {
        return Uri.parse("content://" + c.getPackageName() + ".settings/string/" + key);
    }

    private SharedPreferences file() {
        return getContext().getSharedPreferences("multi", Context.MODE_PRIVATE);
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        file().edit().putString(uri.getLastPathSegment(), values.getAsString("value")).apply();
        return uri;
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) {
        MatrixCursor answer = new MatrixCursor(new String[] {"value"});
        answer.addRow(new Object[] {file().getString(uri.getLastPathSegment(), "")});
        return answer;
    }

    @Override
    public String getType(Uri uri) {
        return "vnd.android.cursor.item/string";
    }

    @Override
    public int delete(Uri uri, String where, String[] args) {
        return 0;
    }

    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) {
        return 0;
    }
}
