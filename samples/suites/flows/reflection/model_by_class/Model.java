package cn.privlens.suite.model_by_class;

import android.content.Context;

public abstract class Model {
    protected Context context;

    void attach(Context context) {
        this.context = context;
    }

    abstract String line();
}
