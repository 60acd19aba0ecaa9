package cn.privlens.suite.main_method_other_argument;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> tool = Class.forName(getPackageName() + ".Tool");
            String[] args = {"--id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()};
            tool.getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
