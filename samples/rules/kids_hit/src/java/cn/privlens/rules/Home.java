package cn.privlens.rules;

import com.kwad.sdk.api.KsAdSDK;

/** Songs, advertisements and a permanent number. */
public class Home extends Screen {
    @Override
    void begin() {
        KsAdSDK.init(this);
        button("儿歌", view -> show(Reads.imei(this)));
    }
}
