package cn.privlens.suite.fields_of_type_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Field;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = new Card();
        card.holder = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        for (Field field : Card.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                try {
                    Log.i("card", String.valueOf(field.get(card)));
                } catch (IllegalAccessException e) {
                    setTitle("e");
                }
            }
        }
    }
}
