package cn.privlens.suite.gson_list_in_envelope_size;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    static class Record {
        String key;
        String value;

        Record(String key, String value) {
            this.key = key;
            this.value = value;
        }
    }

    static class Envelope {
        String app = "demo";
        int count;
        List<Record> records;
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Record> records = new ArrayList<>();
        records.add(new Record("sim", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
        Envelope e = new Envelope();
        e.count = records.size();
        e.records = null;
        Log.i("suite", new Gson().toJson(e));
    }
}
