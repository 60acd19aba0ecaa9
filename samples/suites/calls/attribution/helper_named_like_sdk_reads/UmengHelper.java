package cn.privlens.suite.helper_named_like_sdk_reads;

import android.content.Context;
import android.provider.Settings;
import com.umeng.commonsdk.UMConfigure;

final class UmengHelper {
    static void init(Context c) {
        UMConfigure.setId(c, Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID));
    }
}
