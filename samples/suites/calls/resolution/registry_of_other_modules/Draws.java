package cn.privlens.suite.registry_of_other_modules;

import android.app.Activity;

class Draws implements Part {
    @Override
    public void begin(Activity a) {
        a.setTitle("首页");
    }
}
