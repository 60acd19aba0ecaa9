package android.app.job;

import android.content.ComponentName;
import android.os.PersistableBundle;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class JobInfo {
    public static final class Builder {
        public Builder(int id, ComponentName service) {}

        public Builder setPeriodic(long ms) {
            return this;
        }

        public Builder setRequiresCharging(boolean on) {
            return this;
        }

        public Builder setExtras(PersistableBundle extras) {
            return this;
        }

        public JobInfo build() {
            return null;
        }
    }
}
