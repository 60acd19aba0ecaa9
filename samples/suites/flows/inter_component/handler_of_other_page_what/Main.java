package cn.privlens.suite.handler_of_other_page_what;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.os.Message;
import android.util.Log;

public class Main extends Activity {
    static final Handler handler = new Handler(Looper.getMainLooper()) {
        @Override
        public void handleMessage(Message message) {
            if (message.what == 7) {
                Log.i("suite", (String) message.obj);
            } else {
                Log.i("suite", "message " + message.what);
            }
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivity(new Intent(this, Other.class));
    }
}
