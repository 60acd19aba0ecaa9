package cn.privlens.suite.answer_forwarded;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Middle extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent last = new Intent(this, Last.class);
        last.addFlags(Intent.FLAG_ACTIVITY_FORWARD_RESULT);
        startActivity(last);
        finish();
    }
}
