package cn.privlens.suite.provider_answers_other_column;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.provider.Settings;

public class Ask extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public Cursor query(Uri u, String[] p, String s, String[] a, String o) {
        MatrixCursor c = new MatrixCursor(new String[] {"v"});
        c.addRow(new Object[] {"n" + Settings.Secure.getString(getContext().getContentResolver(), Settings.Secure.ANDROID_ID).length()});
        return c;
    }
    @Override
    public Uri insert(Uri u, ContentValues v) { return null; }
    @Override
    public int update(Uri u, ContentValues v, String s, String[] a) { return 0; }
    @Override
    public int delete(Uri u, String s, String[] a) { return 0; }
    @Override
    public String getType(Uri u) { return null; }
}
