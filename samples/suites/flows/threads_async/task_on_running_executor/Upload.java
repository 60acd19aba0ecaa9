package cn.privlens.suite.task_on_running_executor;

import android.os.AsyncTask;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.HttpURLConnection;
import java.net.URL;

class Upload extends AsyncTask<String, Void, Boolean> {
    @Override
    protected Boolean doInBackground(String... lines) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("http://exec.example.cn/u").openConnection();
            c.setDoOutput(true);
            OutputStreamWriter w = new OutputStreamWriter(c.getOutputStream(), "UTF-8");
            w.write(lines[0]);
            w.close();
            return c.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
