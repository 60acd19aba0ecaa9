package cn.privlens.suite.meta_data_names_class;

import android.content.Context;

public interface Module {
    void init(Context c);
}
