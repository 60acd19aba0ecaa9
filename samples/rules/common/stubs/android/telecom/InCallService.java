package android.telecom;

/** Compile-only: the members of the framework class that the samples use. */
public abstract class InCallService extends android.app.Service {
    public void onCallAdded(Call call) {}

    @Override
    public android.os.IBinder onBind(android.content.Intent intent) {
        return null;
    }
}
