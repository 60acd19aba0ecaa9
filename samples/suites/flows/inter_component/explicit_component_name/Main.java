package cn.privlens.suite.explicit_component_name;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent();
        intent.setClassName(getPackageName(), "cn.privlens.suite.explicit_component_name.Alpha");
        intent.putExtra("v", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        startActivity(intent);
    }
}
