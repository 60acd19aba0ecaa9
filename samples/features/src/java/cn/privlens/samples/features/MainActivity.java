package cn.privlens.samples.features;

import android.app.Activity;
import android.os.Bundle;

/** Calls every feature that a running app reaches, each once. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        dispatch();
        constants();
        callbacks();
        flow();
        uris();
        values();
        NearMisses.run(this);
    }

    private void dispatch() {
        InheritedCall.run();
        InterfaceCall.run(this);
        AbstractCall.run(this);
        SuperCall.run(this);
        StaticInit.run();
        new InnerClasses(this).run();
        Lambdas.run(this);
    }

    private void constants() {
        Constants.local(this);
        Constants.branch(this, getIntent() == null);
        Constants.staticField(this);
        Constants.concatenated(this);
        Constants.array(this);
        Constants.wrapped(this);
        new Constants.Holder("android_id").read(this);
    }

    private void callbacks() {
        Threads.run(this);
        Listeners.run(this);
        new DynamicReceiver().register(this);
    }

    private void flow() {
        Flow.caught(this);
        Flow.cleanedUp(this);
        Flow.packed(this, getTaskId());
        Flow.sparse(this, getTaskId());
        Reflected.run(this);
    }

    private int getTaskId() {
        return hashCode();
    }

    private void uris() {
        Uris.field(this);
        Uris.parsed(this);
        Uris.appendedPath(this);
        Uris.appendedId(this);
        Uris.loader(this);
        Uris.built(this);
        Uris.handler(this);
    }

    private void values() {
        Places.files();
        Places.commands();
        Places.radio(this);
        Sensors.run(this);
        Packages.run(this);
        Processes.run(this);
        Recorders.run();
    }
}
