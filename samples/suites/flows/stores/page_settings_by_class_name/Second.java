package cn.privlens.suite.page_settings_by_class_name;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences p = getSharedPreferences("Main", MODE_PRIVATE);
        Log.i("second", p.getString("值", "无"));
    }
}
