package cn.privlens.suite.pending_intent_filled_in;

import android.app.Activity;
import android.app.PendingIntent;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PendingIntent pending = PendingIntent.getService(this, 0, new Intent(this, Sink.class).putExtra("early", "e"), 0);
        try {
            pending.send(this, 0, new Intent().putExtra("late", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
        } catch (PendingIntent.CanceledException e) {
            setTitle("e");
        }
    }
}
