package cn.privlens.rules;

import android.content.Context;
import androidx.startup.Initializer;
import java.util.Collections;
import java.util.List;

/** Makes an object and reads nothing. */
public class CounterInitializer implements Initializer<StringBuilder> {
    @Override
    public StringBuilder create(Context context) {
        return new StringBuilder();
    }

    @Override
    public List<Class<? extends Initializer<?>>> dependencies() {
        return Collections.emptyList();
    }
}
