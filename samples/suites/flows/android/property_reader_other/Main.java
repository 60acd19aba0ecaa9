package cn.privlens.suite.property_reader_other;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Two layers of helpers: the outer one puts the brand of the property before the name. */
public class Main extends Activity {
    private static String run(String command) {
        try {
            Process process = Runtime.getRuntime().exec(command);
            return new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static String property(String name) {
        return run("getprop " + "ro." + name);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String serial = property("serialno");
        if (serial == null) {
            finish();
        }
        Log.i("skin", "小米 " + property("miui.ui.version.code"));
    }
}
