package cn.privlens.suite.result_receiver;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.ResultReceiver;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ResultReceiver back = new ResultReceiver(new Handler()) {
            @Override
            protected void onReceiveResult(int code, Bundle data) {
                Log.i("suite", data.getString("v"));
            }
        };
        startService(new Intent(this, Ask.class).putExtra("back", back));
    }
}
