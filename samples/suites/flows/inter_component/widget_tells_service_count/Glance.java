package cn.privlens.suite.widget_tells_service_count;

import android.appwidget.AppWidgetManager;
import android.appwidget.AppWidgetProvider;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Glance extends AppWidgetProvider {
    @Override
    public void onUpdate(Context context, AppWidgetManager widgets, int[] ids) {
        TelephonyManager phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        Intent work = new Intent(context, Work.class);
        work.putExtra("who", phone.getDeviceId());
        work.putExtra("many", ids.length);
        context.startService(work);
    }
}
