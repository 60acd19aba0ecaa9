package cn.privlens.suite.base64_stream_other;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.util.Base64;
import android.util.Base64OutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Cursor rows = getContentResolver().query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        try (OutputStream out = new Base64OutputStream(names, Base64.NO_WRAP);
                OutputStream top = new Base64OutputStream(head, Base64.NO_WRAP)) {
            while (rows.moveToNext()) {
                String name = rows.getString(rows.getColumnIndex(ContactsContract.Contacts.DISPLAY_NAME));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
            top.write("通讯录".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return;
        } finally {
            rows.close();
        }
        Net.post(head.toByteArray());
    }
}
