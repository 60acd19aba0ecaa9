package cn.privlens.suite.list_item_click_position;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.widget.ArrayAdapter;
import android.widget.ListView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String[] rows = {"说明", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()};
        ListView view = new ListView(this);
        view.setAdapter(new ArrayAdapter<String>(this, android.R.layout.simple_list_item_1, rows));
        view.setOnItemClickListener((parent, v, position, id) -> SmsManager.getDefault().sendTextMessage("10690000", null, "row " + position, null, null));
        setContentView(view);
    }
}
