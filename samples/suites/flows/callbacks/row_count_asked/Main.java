package cn.privlens.suite.row_count_asked;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.ListView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ListView list = new ListView(this);
        list.setAdapter(new Rows(this, new String[] {"a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()}));
        setContentView(list);
    }
}
