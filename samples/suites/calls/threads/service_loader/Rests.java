package cn.privlens.suite.service_loader;

import android.content.Context;

public class Rests implements Plugin {
    @Override
    public void run(Context c) { c.getPackageName(); }
}
