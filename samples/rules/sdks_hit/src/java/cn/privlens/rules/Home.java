package cn.privlens.rules;

import com.baidu.idl.face.platform.FaceSDKManager;
import com.baidu.mobads.sdk.api.BDAdConfig;
import com.google.firebase.analytics.FirebaseAnalytics;
import com.igexin.sdk.PushManager;
import com.kwad.sdk.api.KsAdSDK;
import com.qq.e.comm.managers.GDTAdSdk;

/** Starts many SDKs after the agreement. */
public class Home extends Screen {
    @Override
    void begin() {
        PushManager.initialize(this);
        KsAdSDK.init(this);
        GDTAdSdk.start(this);
        BDAdConfig.start(this);
        FirebaseAnalytics.getInstance(this);
        button("附近", view -> {
            final String place = Reads.place(this);
            new Thread(() -> Net.post("https://api.other-maps.example/near", place)).start();
        });
        button("绑定", view -> {
            final String phone = Reads.phone(this);
            new Thread(() -> Net.post("https://graph.facebook.com/v1", phone)).start();
        });
        button("刷脸", view -> FaceSDKManager.initialize(this));
    }
}
