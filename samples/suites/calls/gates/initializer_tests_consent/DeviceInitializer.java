package cn.privlens.suite.initializer_tests_consent;

import android.content.Context;
import android.provider.Settings;
import androidx.startup.Initializer;
import java.util.Collections;
import java.util.List;

public class DeviceInitializer implements Initializer<String> {
    @Override
    public String create(Context context) {
        if (!Consent.given(context)) {
            return "";
        }
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    public List<Class<? extends Initializer<?>>> dependencies() {
        return Collections.emptyList();
    }
}
