package cn.privlens.suite.own_callback_binder_code;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.os.Messenger;
import android.util.Log;

public class Main extends Activity {
    private final Handler handler = new Handler() {
        @Override
        public void handleMessage(Message message) { Log.i("suite", "" + message.getData().getString("id")); }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startService(new Intent(this, Work.class).putExtra("back", new Messenger(handler)));
    }
}
