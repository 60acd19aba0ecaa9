package cn.privlens.suite.dream_name_only;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

public class None extends Service {
    @Override
    public IBinder onBind(Intent i) { return null; }
}
