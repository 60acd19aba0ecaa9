package cn.privlens.suite.result_of_right_request;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Colour extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setResult(RESULT_OK, new Intent().putExtra("v", "red"));
        finish();
    }
}
