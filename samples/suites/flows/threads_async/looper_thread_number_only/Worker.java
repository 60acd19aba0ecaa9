package cn.privlens.suite.looper_thread_number_only;

import android.os.Handler;
import android.os.Looper;
import android.os.Message;
import android.telephony.SmsManager;

final class Worker extends Thread {
    private Handler handler;
    @Override
    public void run() {
        Looper.prepare();
        synchronized (this) {
            handler = new Handler() {
                @Override
                public void handleMessage(Message message) {
                    SmsManager.getDefault().sendTextMessage("10690000", null, "n" + message.arg1, null, null);
                }
            };
            notifyAll();
        }
        Looper.loop();
    }
    synchronized Handler handler() throws InterruptedException {
        while (handler == null) {
            wait();
        }
        return handler;
    }
}
