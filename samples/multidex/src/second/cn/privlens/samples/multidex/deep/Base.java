package cn.privlens.samples.multidex.deep;

import android.content.Context;

/** In the second DEX file; its subclass is in the first one. */
public abstract class Base {
    public final String work(Context context) {
        return read(context);
    }

    protected abstract String read(Context context);
}
