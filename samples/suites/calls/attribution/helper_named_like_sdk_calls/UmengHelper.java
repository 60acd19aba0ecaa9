package cn.privlens.suite.helper_named_like_sdk_calls;

import android.content.Context;
import com.umeng.commonsdk.UMConfigure;

final class UmengHelper {
    static void init(Context c) {
        UMConfigure.setId(c, null);
    }
}
