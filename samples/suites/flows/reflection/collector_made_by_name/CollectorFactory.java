package cn.privlens.suite.collector_made_by_name;

import android.content.Context;
import java.lang.reflect.Constructor;

final class CollectorFactory {
    private static final String NAME = "cn.privlens.suite.collector_made_by_name.DeviceCollector";

    private CollectorFactory() {}

    static Collector create(Context context) throws ReflectiveOperationException {
        Constructor<? extends Collector> constructor =
                Class.forName(NAME).asSubclass(Collector.class).getConstructor(Context.class);
        return constructor.newInstance(context);
    }
}
