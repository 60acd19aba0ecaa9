package cn.privlens.suite.observer_ignores_answer;

import android.content.Context;
import android.content.SharedPreferences;
import java.util.ArrayList;
import java.util.List;

final class ConsentStore {
    interface Observer {
        void changed(boolean agreed);
    }
    private final SharedPreferences kept;
    private final List<Observer> observers = new ArrayList<>();
    ConsentStore(Context context) { kept = context.getSharedPreferences("consent_store", Context.MODE_PRIVATE); }
    void observe(Observer observer) {
        observers.add(observer);
        observer.changed(kept.getBoolean("agree_privacy", false));
    }
    void agree() {
        kept.edit().putBoolean("agree_privacy", true).apply();
        for (Observer observer : observers) {
            observer.changed(true);
        }
    }
}
