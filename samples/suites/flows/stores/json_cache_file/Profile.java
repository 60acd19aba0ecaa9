package cn.privlens.suite.json_cache_file;

import android.content.Context;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import org.json.JSONException;
import org.json.JSONObject;

final class Profile {
    private static final String NAME = "profile.json";

    private Profile() {}

    static void save(Context context, String mac) throws IOException, JSONException {
        JSONObject json = new JSONObject();
        json.put("mac", mac);
        json.put("lang", "zh");
        try (FileWriter writer = new FileWriter(new File(context.getCacheDir(), NAME))) {
            writer.write(json.toString());
        }
    }

    static JSONObject load(Context context) throws IOException, JSONException {
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new FileReader(new File(context.getCacheDir(), NAME)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line);
            }
        }
        return new JSONObject(text.toString());
    }
}
