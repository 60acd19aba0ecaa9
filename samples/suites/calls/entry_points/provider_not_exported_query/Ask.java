package cn.privlens.suite.provider_not_exported_query;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.telephony.TelephonyManager;

public class Ask extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public Cursor query(Uri u, String[] p, String s, String[] a, String o) {
        ((TelephonyManager) getContext().getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
        return null;
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
