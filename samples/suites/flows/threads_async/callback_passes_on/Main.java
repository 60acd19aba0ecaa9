package cn.privlens.suite.callback_passes_on;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static class Own extends Handler {
        Own(Handler.Callback callback) { super(callback); }
        @Override
        public void handleMessage(Message message) { Log.i("suite", (String) message.obj); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Handler handler = new Own(message -> false);
        handler.sendMessage(handler.obtainMessage(1, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
    }
}
