package cn.privlens.samples.independent;

import android.content.Context;
import android.provider.Settings;
import android.util.AttributeSet;
import android.widget.TextView;

/** Made by the layout only. */
public class BadgeView extends TextView {
    public BadgeView(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    @Override
    protected void onAttachedToWindow() {
        super.onAttachedToWindow();
        setText(Settings.Secure.getString(getContext().getContentResolver(), Settings.Secure.ANDROID_ID));
    }
}
