package cn.privlens.suite.meta_data_names_class;

import android.content.Context;

public class Rests implements Module {
    @Override
    public void init(Context c) {
        c.getPackageName();
    }
}
