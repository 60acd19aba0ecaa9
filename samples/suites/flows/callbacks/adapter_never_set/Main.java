package cn.privlens.suite.adapter_never_set;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.ListView;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> items = new ArrayList<>();
        items.add("hello");
        items.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        Rows rows = new Rows(this, items);
        ListView list = new ListView(this);
        setTitle("rows: " + rows.getCount());
        setContentView(list);
    }
}
