package androidx.startup;

import android.content.Context;
import java.util.List;

/** Written for this sample after the published interface; no line of the library is in it. */
public interface Initializer<T> {
    T create(Context context);

    List<Class<? extends Initializer<?>>> dependencies();
}
