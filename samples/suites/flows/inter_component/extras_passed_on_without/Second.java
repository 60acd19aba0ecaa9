package cn.privlens.suite.extras_passed_on_without;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle extras = getIntent().getExtras();
        extras.remove("id");
        Intent next = new Intent(this, Third.class);
        next.putExtras(extras);
        startActivity(next);
        finish();
    }
}
