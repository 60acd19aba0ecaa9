package cn.privlens.suite.generic_dispatcher_tap;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    interface Handler1 { void handle(Context c); }
    private final Map<String, Handler1> handlers = new HashMap<>();
    private void dispatch(String name) {
        Handler1 h = handlers.get(name);
        if (h != null) {
            h.handle(this);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        handlers.put("启动", c -> { c.getPackageName(); });
        Button b = new Button(this);
        b.setOnClickListener(v -> {
            handlers.put("点击", c -> { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number(); });
            dispatch("点击");
        });
        setContentView(b);
        dispatch("启动");
    }
}
