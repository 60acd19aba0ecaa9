package cn.privlens.rules;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

/** Reads only when the user agreed on an earlier day. */
public class App extends Application {
    private String first = "";

    @Override
    public void onCreate() {
        super.onCreate();
        UMConfigure.preInit(this, "sample", "store");
        if (getSharedPreferences("consent", MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            first = Reads.imei(this);
        }
    }

    public String first() {
        return first;
    }
}
