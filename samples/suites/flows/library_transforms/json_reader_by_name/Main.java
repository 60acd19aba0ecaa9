package cn.privlens.suite.json_reader_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.JsonReader;
import android.util.Log;
import java.io.IOException;
import java.io.StringReader;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = "{\"tel\":\"" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number() + "\",\"lang\":\"中文\"}";
        String tel = "";
        String lang = "";
        JsonReader reader = new JsonReader(new StringReader(text));
        try {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (name.equals("tel")) {
                    tel = reader.nextString();
                } else if (name.equals("lang")) {
                    lang = reader.nextString();
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            reader.close();
        } catch (IOException e) {
            return;
        }
        Log.i("suite", tel);
    }
}
