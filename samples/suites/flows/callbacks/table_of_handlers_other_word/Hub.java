package cn.privlens.suite.table_of_handlers_other_word;

import android.app.Activity;
import android.os.Handler;
import java.util.HashMap;
import java.util.Map;

class Hub {
    interface Handler { void on(Activity page); }
    private final Map<String, Handler> table = new HashMap<>();
    Hub when(String word, Handler handler) {
        table.put(word, handler);
        return this;
    }
    void fire(String word, Activity page) {
        Handler handler = table.get(word);
        if (handler != null) {
            handler.on(page);
        }
    }
}
