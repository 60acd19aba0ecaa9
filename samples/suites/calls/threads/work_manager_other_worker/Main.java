package cn.privlens.suite.work_manager_other_worker;

import android.app.Activity;
import android.os.Bundle;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WorkManager.getInstance(this).enqueue(new OneTimeWorkRequest.Builder(Rests.class).build());
    }
}
