package cn.privlens.suite.model_by_other_class;

import android.content.Context;

public abstract class Model {
    protected Context context;

    void attach(Context context) {
        this.context = context;
    }

    abstract String line();
}
