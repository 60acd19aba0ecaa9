package cn.privlens.suite.calendar_count_zero;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.SmsManager;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor c = getContentResolver().query(Uri.parse("content://com.android.calendar/events"), new String[] {"title"}, null, null, null);
        List<String> titles = new ArrayList<>();
        while (c.moveToNext()) {
            titles.add("entry");
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, titles.toString(), null, null);
    }
}
