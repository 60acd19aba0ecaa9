package cn.privlens.samples.independent;

import android.content.Context;

/** What a part of the app that is found by name must do. */
public interface Plugin {
    void start(Context context);
}
