package cn.privlens.suite.provider_opens_other_file;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import java.io.File;

public class Files extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public ParcelFileDescriptor openFile(Uri uri, String mode) throws java.io.FileNotFoundException {
        File file = new File(getContext().getFilesDir(), "help.txt");
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY);
    }
    @Override
    public Uri insert(Uri uri, ContentValues values) { return null; }
    @Override
    public String getType(Uri uri) { return null; }
    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) { return null; }
    @Override
    public int delete(Uri uri, String where, String[] args) { return 0; }
    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) { return 0; }
}
