package androidx.work;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class WorkRequest {
    final Class<? extends ListenableWorker> worker;
    final Data data;

    WorkRequest(Class<? extends ListenableWorker> worker, Data data) {
        this.worker = worker;
        this.data = data;
    }

    public abstract static class Builder<B extends Builder<?, ?>, W extends WorkRequest> {
        final Class<? extends ListenableWorker> worker;
        Data data;

        Builder(Class<? extends ListenableWorker> worker) {
            this.worker = worker;
        }

        @SuppressWarnings("unchecked")
        public final B setInputData(Data data) {
            this.data = data;
            return (B) this;
        }

        public abstract W build();
    }
}
