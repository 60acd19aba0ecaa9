package cn.privlens.suite.asked_by_app_for_sdk;

import android.app.Activity;
import android.os.Bundle;
import com.igexin.sdk.Permissions;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {Permissions.NEEDED}, 77);
        Permissions.ask(this);
    }
}
