package cn.privlens.suite.parcelable_list;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.ArrayList;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ArrayList<Item> items = new ArrayList<>();
        items.add(new Item("sub", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), 1));
        Intent intent = new Intent(this, Uploader.class);
        intent.putParcelableArrayListExtra("items", items);
        startService(intent);
    }
}
