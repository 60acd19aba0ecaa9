package cn.privlens.suite.intent_sent_on_without;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent next = new Intent(getIntent());
        next.removeExtra("id");
        next.setClass(this, Third.class);
        startActivity(next);
    }
}
