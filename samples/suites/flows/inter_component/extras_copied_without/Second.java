package cn.privlens.suite.extras_copied_without;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle copy = new Bundle(getIntent().getExtras());
        copy.remove("id");
        Intent next = new Intent(this, Third.class);
        next.putExtras(copy);
        startActivity(next);
    }
}
