package cn.privlens.suite.result_made_anew;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(this, Third.class), 2);
    }
    @Override
    protected void onActivityResult(int request, int code, Intent data) {
        setResult(code, new Intent().putExtra("id", data.getStringExtra("name")));
        finish();
    }
}
