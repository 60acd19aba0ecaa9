package androidx.startup;

import android.content.Context;
import java.util.List;

/** Stands for the library's class: same name and members, a body of our own. */
public interface Initializer<T> {
    T create(Context context);

    List<Class<? extends Initializer<?>>> dependencies();
}
