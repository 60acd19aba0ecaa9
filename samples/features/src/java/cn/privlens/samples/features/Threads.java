package cn.privlens.samples.features;

import android.content.Context;
import android.os.AsyncTask;
import android.os.Handler;
import android.os.Message;
import android.telephony.TelephonyManager;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Code that the platform runs later, each kind with its own read. */
final class Threads {
    private Threads() {}

    private static TelephonyManager phone(Context context) {
        return (TelephonyManager) context.getSystemService("phone");
    }

    static final class OwnThread extends Thread {
        private final Context context;

        OwnThread(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            phone(context).getDeviceId();
        }
    }

    static final class OwnHandler extends Handler {
        private final Context context;

        OwnHandler(Context context) {
            this.context = context;
        }

        @Override
        public void handleMessage(Message message) {
            phone(context).getSubscriberId();
        }
    }

    static final class Posted implements Runnable {
        private final Context context;

        Posted(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            phone(context).getSimSerialNumber();
        }
    }

    static final class Task extends AsyncTask<Context, Void, Context> {
        @Override
        protected Context doInBackground(Context... contexts) {
            phone(contexts[0]).getLine1Number();
            return contexts[0];
        }

        @Override
        protected void onPostExecute(Context context) {
            phone(context).getAllCellInfo();
        }
    }

    static final class Job implements Callable<String> {
        private final Context context;

        Job(Context context) {
            this.context = context;
        }

        @Override
        public String call() {
            return phone(context).getImei();
        }
    }

    static final class Tick extends TimerTask {
        private final Context context;

        Tick(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            phone(context).getCellLocation();
        }
    }

    /** Made by nobody and started by nobody. */
    static final class Idle extends Thread {
        private final Context context;

        Idle(Context context) {
            this.context = context;
        }

        @Override
        public void run() {
            phone(context).getMeid();
        }
    }

    static void run(Context context) {
        new OwnThread(context).start();
        new OwnHandler(context).sendEmptyMessage(1);
        new Handler().postDelayed(new Posted(context), 1000L);
        new Task().execute(context);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(new Job(context));
        new Timer().schedule(new Tick(context), 1000L);
    }
}
