package cn.privlens.suite.contact_insert_only;

import android.app.Activity;
import android.content.ContentValues;
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
                ContentValues v = new ContentValues();
                v.put("account_name", "own");
                getContentResolver().insert(ContactsContract.RawContacts.CONTENT_URI, v);
                StringBuilder all = new StringBuilder("done");
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
