package cn.privlens.suite.many_implementers;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    interface Task { void run(Context c); }
    static class A implements Task { public void run(Context c) {} }
    static class B implements Task { public void run(Context c) {} }
    static class C implements Task { public void run(Context c) {} }
    static class D implements Task { public void run(Context c) {} }
    static class E implements Task { public void run(Context c) {} }
    static class F implements Task { public void run(Context c) {} }
    static class G implements Task { public void run(Context c) {} }
    static class H implements Task { public void run(Context c) {} }
    static class I implements Task { public void run(Context c) {} }
    static class J implements Task { public void run(Context c) {} }
    static class K implements Task { public void run(Context c) {} }
    static class Reader implements Task { public void run(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); } }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Task[] all = {new A(), new B(), new C(), new D(), new E(), new F(), new G(), new H(), new I(), new J(), new K(), new Reader()};
        for (Task t : all) {
            t.run(this);
        }
    }
}
