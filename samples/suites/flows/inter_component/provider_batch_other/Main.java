package cn.privlens.suite.provider_batch_other;

import android.app.Activity;
import android.content.ContentProviderOperation;
import android.content.OperationApplicationException;
import android.net.Uri;
import android.os.Bundle;
import android.os.RemoteException;
import android.telephony.TelephonyManager;
import java.util.ArrayList;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri uri = Uri.parse("content://cn.privlens.suite.provider_batch_other.rows/all");
        ArrayList<ContentProviderOperation> batch = new ArrayList<>();
        batch.add(ContentProviderOperation.newInsert(uri).withValue("body", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).withValue("kind", "device").build());
        try {
            getContentResolver().applyBatch("cn.privlens.suite.provider_batch_other.rows", batch);
        } catch (RemoteException | OperationApplicationException e) {
            setTitle("e");
        }
    }
}
