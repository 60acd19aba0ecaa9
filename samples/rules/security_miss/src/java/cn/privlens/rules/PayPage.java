package cn.privlens.rules;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;

/** Hands over to the page of the payment service, which asks for the password itself. */
public class PayPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.pay);
    }

    public void pay(View view) {
        startActivity(new Intent("com.example.pay.ENTER"));
    }
}
