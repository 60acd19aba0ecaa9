package cn.privlens.suite.card_view_tells_owner;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.cards);
        CardView card = (CardView) findViewById(R.id.card);
        card.show(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(), 1);
        card.setOnPickListener(new CardView.OnPickListener() {
            @Override
            public void onPick(String label, int slot) {
                Log.i("suite", "picked " + label);
            }
        });
    }
}
