package cn.privlens.suite.service_loader_other;

import android.content.Context;

public class Rests implements Plugin {
    @Override
    public void run(Context c) { c.getPackageName(); }
}
