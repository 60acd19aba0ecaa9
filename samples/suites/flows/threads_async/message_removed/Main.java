package cn.privlens.suite.message_removed;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Handler handler = new Handler() {
        @Override
        public void handleMessage(Message message) { SmsManager.getDefault().sendTextMessage("10690000", null, message.getData().getString("id"), null, null); }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Message message = handler.obtainMessage(5);
        Bundle data = new Bundle();
        data.putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        message.setData(data);
        handler.sendMessageDelayed(message, 60000);
        handler.removeMessages(5);
    }
}
