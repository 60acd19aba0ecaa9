package cn.privlens.suite.answer_not_forwarded;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Middle extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent last = new Intent(this, Last.class);
        last.addFlags(Intent.FLAG_ACTIVITY_NO_ANIMATION);
        startActivity(last);
        finish();
    }
}
