package cn.privlens.suite.receiver_hub;

import android.app.Activity;
import android.bluetooth.BluetoothAdapter;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    static final String LINKED = "cn.privlens.suite.receiver_hub.LINKED";
    static final String CLOSED = "cn.privlens.suite.receiver_hub.CLOSED";
    private ReceiverHub hub;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        hub = new ReceiverHub(this);
        hub.on(LINKED, new ReceiverHub.Handler() {
            @Override
            public void handle(Intent intent) {
                Log.i("hub", "linked " + intent.getStringExtra("address"));
            }
        });
        hub.on(CLOSED, new ReceiverHub.Handler() {
            @Override
            public void handle(Intent intent) {
                Log.i("hub", "closed");
            }
        });
    }

    @Override
    protected void onResume() {
        super.onResume();
        BluetoothAdapter adapter = BluetoothAdapter.getDefaultAdapter();
        if (adapter != null) {
            sendBroadcast(new Intent(LINKED).setPackage(getPackageName()).putExtra("address", adapter.getAddress()));
        }
    }

    @Override
    protected void onDestroy() {
        hub.close();
        super.onDestroy();
    }
}
