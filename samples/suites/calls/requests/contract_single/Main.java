package cn.privlens.suite.contract_single;

import android.os.Bundle;
import androidx.activity.ComponentActivity;
import androidx.activity.result.contract.ActivityResultContracts;

public class Main extends ComponentActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        registerForActivityResult(new ActivityResultContracts.RequestPermission(), r -> setTitle("" + r))
                .launch("android.permission.RECORD_AUDIO");
    }
}
