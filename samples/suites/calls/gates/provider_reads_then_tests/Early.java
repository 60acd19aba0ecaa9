package cn.privlens.suite.provider_reads_then_tests;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.provider.Settings;

public class Early extends ContentProvider {
    @Override
    public boolean onCreate() {
        Context context = getContext();
        String id = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
        if (context.getSharedPreferences("c", Context.MODE_PRIVATE).getInt("privacy_state", 0) != 1) {
            return false;
        }

        context.getSharedPreferences("c", Context.MODE_PRIVATE).edit().putString("id", id).apply();
        return true;
    }
    @Override
    public String getType(Uri uri) { return null; }
    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) { return null; }
    @Override
    public Uri insert(Uri uri, ContentValues values) { return null; }
    @Override
    public int delete(Uri uri, String where, String[] args) { return 0; }
    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) { return 0; }
}
