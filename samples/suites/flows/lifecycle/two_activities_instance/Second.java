package cn.privlens.suite.two_activities_instance;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    static String value = "";
    String ownvalue = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", ownvalue);
    }
}
