package cn.privlens.rules;

import android.content.Context;
import androidx.startup.Initializer;
import java.util.Collections;
import java.util.List;

/** Reads when androidx.startup makes it. */
public class CounterInitializer implements Initializer<String> {
    @Override
    public String create(Context context) {
        return Reads.mac(context);
    }

    @Override
    public List<Class<? extends Initializer<?>>> dependencies() {
        return Collections.emptyList();
    }
}
