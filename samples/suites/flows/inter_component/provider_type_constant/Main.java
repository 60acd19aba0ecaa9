package cn.privlens.suite.provider_type_constant;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", "type " + getContentResolver().getType(Uri.parse("content://cn.privlens.suite.provider_type_constant.types/one")));
    }
}
