package cn.privlens.samples.independent;

import android.content.Context;
import android.os.AsyncTask;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.Message;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Work for other threads and later times. */
final class Work {
    private final TelephonyManager phone;
    private final Context context;

    private Work(Context context) {
        this.context = context;
        this.phone = (TelephonyManager) context.getSystemService("phone");
    }

    static void run(Context context) {
        Work work = new Work(context);
        work.pool();
        work.future();
        work.looper();
        work.callback();
        work.timer();
        work.async();
        work.sorted();
        work.idle();
        work.crash();
    }

    /** The pool is a subclass with a hook; the task itself reads nothing. */
    private void pool() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>()) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable task) {
                        thread.setName(phone.getDeviceId());
                    }
                };
        pool.execute(() -> System.out.println("空"));
    }

    private void future() {
        FutureTask<String> task =
                new FutureTask<String>(() -> phone.getImei(0)) {
                    @Override
                    protected void done() {
                        System.out.println(phone.getSubscriberId());
                    }
                };
        new Thread(task).start();
    }

    private void looper() {
        HandlerThread thread =
                new HandlerThread("循环") {
                    @Override
                    protected void onLooperPrepared() {
                        setName(phone.getSimSerialNumber());
                    }
                };
        thread.start();
        Handler handler =
                new Handler(thread.getLooper()) {
                    @Override
                    public void handleMessage(Message message) {
                        if (message.what == 7) {
                            message.obj = phone.getLine1Number();
                        }
                    }
                };
        handler.sendEmptyMessage(7);
    }

    private void callback() {
        Handler.Callback callback =
                message -> {
                    message.obj = phone.getMeid(1);
                    return true;
                };
        new Handler(Looper.getMainLooper(), callback).sendEmptyMessageDelayed(1, 50);
    }

    private void timer() {
        new Timer("定时")
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                System.out.println(phone.getDeviceId());
                            }
                        },
                        1000L);
    }

    private void async() {
        new Upload().execute("甲", "乙");
    }

    /** Reads before, during and after. */
    private final class Upload extends AsyncTask<String, Void, Integer> {
        @Override
        protected Integer doInBackground(String... names) {
            return names.length + phone.getImei(0).length();
        }

        @Override
        protected void onPostExecute(Integer size) {
            Settings.Secure.getString(context.getContentResolver(), "android_id");
        }
    }

    private void sorted() {
        List<String> names = new ArrayList<>(Arrays.asList("乙", "甲"));
        Collections.sort(
                names,
                new Comparator<String>() {
                    @Override
                    public int compare(String one, String other) {
                        return phone.getSubscriberId().compareTo(one);
                    }
                });
    }

    private void idle() {
        Looper.myQueue()
                .addIdleHandler(
                        () -> {
                            System.out.println(phone.getLine1Number());
                            return false;
                        });
    }

    private void crash() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, error) -> System.err.println(phone.getDeviceId() + error));
    }
}
