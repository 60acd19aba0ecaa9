package cn.privlens.suite.trace_level_never_lowered;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static final class Trace {
        private static int least = Log.WARN;

        static void least(int level) {
            least = level;
        }

        static void tell(int level, String text) {
            if (level >= least) {
                Log.println(level, "suite", text);
            }
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Trace.tell(Log.DEBUG, "号 " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
