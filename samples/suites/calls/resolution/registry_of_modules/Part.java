package cn.privlens.suite.registry_of_modules;

import android.app.Activity;

interface Part {
    void begin(Activity a);
}
