package cn.privlens.suite.native_stub_plain;

import android.app.Activity;
import android.os.Bundle;
import com.qq.e.comm.plugin.f.F;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        F.getVresult(3, 4, new Object[] {this});
    }
}
