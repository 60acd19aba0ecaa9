package cn.privlens.suite.task_success;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import com.google.android.gms.tasks.OnSuccessListener;
import com.google.android.gms.tasks.Task;
import com.google.android.gms.tasks.Tasks;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Task<String> task = Tasks.forResult("x");
        OnSuccessListener<String> done = s -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        task.addOnSuccessListener(done);
    }
}
