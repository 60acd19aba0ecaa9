package cn.privlens.suite.json_writer_names;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        StringWriter text = new StringWriter();
        try {
            JsonWriter json = new JsonWriter(text);
            json.beginObject().name("sim").value(id.length()).endObject();
            json.close();
        } catch (IOException e) {
            setTitle("e");
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null);
    }
}
