package android.view;

import android.content.ContextWrapper;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class ContextThemeWrapper extends ContextWrapper {
    public ContextThemeWrapper() {
        super(null);
    }
}
