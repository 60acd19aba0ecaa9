package cn.privlens.suite.provider_insert_query;

import android.app.Activity;
import android.content.ContentValues;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri uri = Uri.parse("content://cn.privlens.suite.provider_insert_query.notes/items");
        ContentValues row = new ContentValues();
        row.put("body", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        row.put("title", "笔记");
        getContentResolver().insert(uri, row);
    }
}
