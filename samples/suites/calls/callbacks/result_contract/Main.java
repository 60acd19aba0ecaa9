package cn.privlens.suite.result_contract;

import android.os.Bundle;
import android.telephony.TelephonyManager;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;

public class Main extends ComponentActivity {
    private final ActivityResultLauncher<String> ask = registerForActivityResult(new ActivityResultContracts.RequestPermission(), ok -> {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    });
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ask.launch("android.permission.READ_PHONE_STATE");

    }
}
