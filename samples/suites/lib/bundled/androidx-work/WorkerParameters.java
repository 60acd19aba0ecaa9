package androidx.work;

/** Stands for the library's class: same name and members, a body of our own. */
public final class WorkerParameters {
    final Data data;

    public WorkerParameters(Data data) {
        this.data = data;
    }
}
