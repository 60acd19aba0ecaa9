package androidx.work;

import android.content.Context;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class ListenableWorker {
    private final Context context;
    private final WorkerParameters parameters;

    public ListenableWorker(Context context, WorkerParameters parameters) {
        this.context = context;
        this.parameters = parameters;
    }

    public final Context getApplicationContext() {
        return context;
    }

    public final Data getInputData() {
        return parameters.data;
    }

    public abstract static class Result {
        public static Result success() {
            return new Result() {};
        }

        public static Result retry() {
            return new Result() {};
        }
    }
}
