package android.app.job;

import android.os.PersistableBundle;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class JobParameters {
    public PersistableBundle getExtras() {
        return null;
    }
}
