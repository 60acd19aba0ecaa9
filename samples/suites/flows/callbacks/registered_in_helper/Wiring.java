package cn.privlens.suite.registered_in_helper;

import android.util.Log;
import android.widget.Button;

class Wiring {
    void wire(Button target, final String text) {
        target.setOnClickListener(v -> Log.i("suite", text));
    }
}
