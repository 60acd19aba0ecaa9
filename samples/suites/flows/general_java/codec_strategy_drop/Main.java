package cn.privlens.suite.codec_strategy_drop;

import android.app.Activity;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    enum Codec {
        PLAIN {
            @Override
            String encode(String text) {
                return text;
            }
        },
        HEX {
            @Override
            String encode(String text) {
                StringBuilder b = new StringBuilder();
                for (char c : text.toCharArray()) {
                    b.append(Integer.toHexString(c));
                }
                return b.reverse().toString();
            }
        },
        DROP {
            @Override
            String encode(String text) {
                return text == null ? "null" : "set";
            }
        };

        abstract String encode(String text);
    }

    private Codec codec = Codec.DROP;

    @Override
    protected void onStart() {
        super.onStart();
        String value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        SmsManager.getDefault().sendTextMessage("10690000", null, "s=" + codec.encode(value), null, null);
    }
}
