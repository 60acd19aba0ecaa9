package cn.privlens.suite.model_by_class;

import android.content.Context;
import android.telephony.TelephonyManager;

public class CardModel extends Model {
    public CardModel() {}

    @Override
    String line() {
        TelephonyManager phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        return "card " + phone.getSimSerialNumber();
    }
}
