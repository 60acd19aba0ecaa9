package cn.privlens.suite.view_tells_when_detached;

import android.content.Context;
import android.provider.Settings;
import android.util.AttributeSet;
import android.util.Log;
import android.view.View;

public class MeterView extends View {
    private String owner = "unknown";

    public MeterView(Context context, AttributeSet attributes) {
        super(context, attributes);
        setFocusable(true);
    }

    @Override
    protected void onAttachedToWindow() {
        super.onAttachedToWindow();
        Context context = getContext();
        owner = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    protected void onDetachedFromWindow() {
        tell("detached");
        super.onDetachedFromWindow();
    }

    private void tell(String when) {
        Log.d("suite", when + " " + owner);
    }
}
