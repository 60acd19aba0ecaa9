package cn.privlens.suite.read_in_refuse_callback;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private void begin() { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("用户协议和隐私政策")
                .setPositiveButton("同意并继续", (d, w) -> { setTitle("谢谢"); })
                .setNegativeButton("暂不同意", (d, w) -> { begin(); })
                .show();
    }
}
