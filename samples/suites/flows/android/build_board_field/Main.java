package cn.privlens.suite.build_board_field;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String s = Build.BOOTLOADER;
        Log.i("suite", "b " + s);
    }
}
