package cn.privlens.suite.loader_answers_failure;

import android.app.Activity;
import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class CardLoader {
    interface Callback {
        void onLoaded(String card);

        void onFailed(String reason);
    }

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Activity page;

    CardLoader(Activity page) {
        this.page = page;
    }

    void load(final Callback callback) {
        pool.execute(new Runnable() {
            @Override
            public void run() {
                TelephonyManager phone = (TelephonyManager) page.getSystemService(Context.TELEPHONY_SERVICE);
                final String card = phone.getSimSerialNumber();
                page.runOnUiThread(new Runnable() {
                    @Override
                    public void run() {
                        if (card == null) {
                            callback.onFailed("no card");
                        } else {
                            callback.onLoaded(card);
                        }
                    }
                });
            }
        });
    }
}
