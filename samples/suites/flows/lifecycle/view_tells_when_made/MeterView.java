package cn.privlens.suite.view_tells_when_made;

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
        tell("made");
    }

    @Override
    protected void onAttachedToWindow() {
        super.onAttachedToWindow();
        Context context = getContext();
        owner = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    protected void onDetachedFromWindow() {
        super.onDetachedFromWindow();
    }

    private void tell(String when) {
        Log.d("suite", when + " " + owner);
    }
}
