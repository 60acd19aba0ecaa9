package cn.privlens.suite.result_passed_through;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(this, Second.class), 1);
    }
    @Override
    protected void onActivityResult(int request, int code, Intent data) {
        Log.i("suite", data.getStringExtra("id"));
    }
}
