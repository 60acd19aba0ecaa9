package cn.privlens.suite.library_on_behalf;

import android.app.Activity;
import android.os.Bundle;
import org.greenrobot.essentials.Util;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Util.id(this, c -> { c.getPackageName(); });
    }
}
