package androidx.startup;

import android.content.ComponentName;
import android.content.Context;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Written for this sample after the published interface; no line of the library is in it. */
public final class AppInitializer {
    private final Context context;

    private AppInitializer(Context context) {
        this.context = context;
    }

    public static AppInitializer getInstance(Context context) {
        return new AppInitializer(context);
    }

    void discoverAndInitialize() {
        try {
            Bundle names = context.getPackageManager()
                    .getProviderInfo(new ComponentName(context, InitializationProvider.class), PackageManager.GET_META_DATA)
                    .metaData;
            for (String name : names.keySet()) {
                if ("androidx.startup".equals(names.getString(name))) {
                    initializeComponent(Class.forName(name).asSubclass(Initializer.class));
                }
            }
        } catch (PackageManager.NameNotFoundException | ClassNotFoundException none) {
            throw new IllegalStateException(none);
        }
    }

    @SuppressWarnings("rawtypes")
    public Object initializeComponent(Class<? extends Initializer> type) {
        try {
            return type.getDeclaredConstructor().newInstance().create(context);
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException(none);
        }
    }
}
