package cn.privlens.rules;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.EditText;

/** Keeps the payment password in the open. */
public class PayPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.pay);
    }

    public void pay(View view) {
        String password = ((EditText) findViewById(R.id.password)).getText().toString();
        getSharedPreferences("pay", MODE_PRIVATE).edit().putString("pin", password).apply();
    }
}
