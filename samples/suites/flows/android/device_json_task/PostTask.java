package cn.privlens.suite.device_json_task;

import android.os.AsyncTask;
import android.util.Log;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.json.JSONObject;

class PostTask extends AsyncTask<JSONObject, Void, Boolean> {
    private final String address;

    PostTask(String address) {
        this.address = address;
    }

    @Override
    protected Boolean doInBackground(JSONObject... params) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL(address).openConnection();
            c.setDoOutput(true);
            c.setRequestProperty("Content-Type", "application/json");
            DataOutputStream out = new DataOutputStream(c.getOutputStream());
            out.writeBytes(params[0].toString());
            out.flush();
            return c.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    protected void onPostExecute(Boolean done) {
        Log.i("task", done ? "done" : "again");
    }
}
