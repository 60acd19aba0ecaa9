package cn.privlens.suite.page_behind_closed_page;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Overview extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivity(new Intent(this, Card.class));
    }
}
