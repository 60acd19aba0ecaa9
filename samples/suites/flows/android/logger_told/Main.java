package cn.privlens.suite.logger_told;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.logging.Logger;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Logger.getLogger("suite").info(card);
        System.out.println(card);
    }
}
