package cn.privlens.suite.text_of_list_of_short_cards;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("设备", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        cards.add(new Card("渠道", "huawei"));
        Log.i("cards", "all: " + cards);
    }
}
