package cn.privlens.suite.registry_of_other_modules;

import android.app.Activity;

interface Part {
    void begin(Activity a);
}
