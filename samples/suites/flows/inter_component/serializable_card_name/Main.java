package cn.privlens.suite.serializable_card_name;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Intent intent = new Intent(this, Details.class);
        intent.putExtra("card", new Card("owner", number));
        startActivity(intent);
    }
}
