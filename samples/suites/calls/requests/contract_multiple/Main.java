package cn.privlens.suite.contract_multiple;

import android.os.Bundle;
import androidx.activity.ComponentActivity;
import androidx.activity.result.contract.ActivityResultContracts;

public class Main extends ComponentActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        registerForActivityResult(new ActivityResultContracts.RequestMultiplePermissions(), r -> setTitle("" + r.size()))
                .launch(new String[] {"android.permission.RECORD_AUDIO", "android.permission.CAMERA"});
    }
}
