package cn.privlens.rules;

import com.igexin.sdk.PushManager;
import com.kwad.sdk.api.KsAdSDK;

/** Starts two SDKs that the policy names. */
public class Home extends Screen {
    @Override
    void begin() {
        PushManager.initialize(this);
        KsAdSDK.init(this);
        button("附近", view -> {
            final String place = Reads.place(this);
            new Thread(() -> Net.post("https://api.pinle.example/near", place)).start();
        });
        button(getString(R.string.personal), view -> show("已关闭"));
    }
}
