package cn.privlens.suite.ordered_result_code;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        sendOrderedBroadcast(new Intent(this, First.class), null, new BroadcastReceiver() {
            @Override
            public void onReceive(Context context, Intent intent) {
                Log.i("suite", "result " + getResultCode());
            }
            }, null, Activity.RESULT_OK, null, null);
    }
}
