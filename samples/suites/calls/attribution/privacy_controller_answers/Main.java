package cn.privlens.suite.privacy_controller_answers;

import android.app.Activity;
import android.os.Bundle;
import com.bytedance.sdk.openadsdk.suite.AdSdk;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(AdSdk.shared().isReady() ? "ready" : "wait");
    }
}
