package cn.privlens.suite.location_url_template;

import android.os.AsyncTask;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

final class Forecast extends AsyncTask<String, Void, Integer> {
    @Override
    protected Integer doInBackground(String... places) {
        try {
            URL url = new URL("https://w.example.com/v2/" + places[0] + "/now");
            return ((HttpURLConnection) url.openConnection()).getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }
}
