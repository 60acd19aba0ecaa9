package cn.privlens.suite.local_binder;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;

public class Box extends Service {
    class Local extends Binder {
        Box box() { return Box.this; }
    }
    private final Local local = new Local();
    private String kept = "";
    void keep(String s) { kept = s; }
    String kept() { return kept; }
    String title() { return "盒子"; }
    @Override
    public IBinder onBind(Intent intent) { return local; }
}
