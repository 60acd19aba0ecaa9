package androidx.work;

/** Stands for the library's class: same name and members, a body of our own. */
public final class OneTimeWorkRequest extends WorkRequest {
    OneTimeWorkRequest(Builder builder) {
        super(builder.worker, builder.data);
    }

    public static final class Builder extends WorkRequest.Builder<Builder, OneTimeWorkRequest> {
        public Builder(Class<? extends ListenableWorker> worker) {
            super(worker);
        }

        @Override
        public OneTimeWorkRequest build() {
            return new OneTimeWorkRequest(this);
        }
    }
}
