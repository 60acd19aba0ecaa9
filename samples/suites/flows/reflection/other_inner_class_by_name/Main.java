package cn.privlens.suite.other_inner_class_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Constructor;

public class Main extends Activity {
    interface Source { String get(); }
    class Reader implements Source {
        Reader() {}
        @Override
        public String get() { return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
    }
    class Blank implements Source {
        Blank() {}
        @Override
        public String get() { return "空白"; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> kind = Class.forName(Main.class.getName() + "$" + "Blank");
            Constructor<?> make = kind.getDeclaredConstructor(Main.class);
            Source source = (Source) make.newInstance(this);
            Log.i("suite", source.get());
        } catch (ReflectiveOperationException e) {
            Log.w("suite", "none");
        }
    }
}
