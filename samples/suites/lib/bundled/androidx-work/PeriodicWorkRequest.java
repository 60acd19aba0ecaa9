package androidx.work;

import java.util.concurrent.TimeUnit;

/** Stands for the library's class: same name and members, a body of our own. */
public final class PeriodicWorkRequest extends WorkRequest {
    PeriodicWorkRequest(Builder builder) {
        super(builder.worker, builder.data);
    }

    public static final class Builder extends WorkRequest.Builder<Builder, PeriodicWorkRequest> {
        public Builder(Class<? extends ListenableWorker> worker, long interval, TimeUnit unit) {
            super(worker);
        }

        @Override
        public PeriodicWorkRequest build() {
            return new PeriodicWorkRequest(this);
        }
    }
}
