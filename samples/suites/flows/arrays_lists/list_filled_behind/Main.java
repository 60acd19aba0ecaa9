package cn.privlens.suite.list_filled_behind;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.LinkedList;
import java.util.List;

public class Main extends Activity {
    private static void head(List<Object> row, String title) {
        row.add(title);
        row.add(System.nanoTime());
    }

    private void body(List<Object> row) {
        head(row, "体");
        row.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Object> row = new LinkedList<>();
        head(row, "头");
        body(row);
        Log.i("suite", "third " + row.get(2));
    }
}
