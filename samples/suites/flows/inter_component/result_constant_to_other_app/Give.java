package cn.privlens.suite.result_constant_to_other_app;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Give extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setResult(RESULT_OK, new Intent().putExtra("id", "id"));
        finish();
    }
}
