package cn.privlens.suite.timer_of_own_object;

import android.os.Handler;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

final class Ticker {
    private final List<String> waiting = new ArrayList<>();
    private final Handler handler = new Handler();

    Ticker() {
        handler.postDelayed(this::flush, 1000);
    }

    void add(String text) {
        waiting.add(text);
    }

    private void flush() {
        for (String text : waiting) {
            Log.i("ticker", text);
        }
        waiting.clear();
    }
}
