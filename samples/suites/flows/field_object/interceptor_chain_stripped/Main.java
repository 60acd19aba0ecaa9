package cn.privlens.suite.interceptor_chain_stripped;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Chain.Interceptor> all = new ArrayList<>();
        all.add(new CardHeader((TelephonyManager) getSystemService(TELEPHONY_SERVICE)));
        all.add(new Check());
        all.add(new Send());
        new Thread(() -> {
            try {
                new Chain(all, 0, new HashMap<>()).proceed();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
    }
}
