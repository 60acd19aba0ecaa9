package cn.privlens.suite.rx_subject;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import io.reactivex.rxjava3.subjects.PublishSubject;

public class Main extends Activity {
    private final PublishSubject<String> ids = PublishSubject.create();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ids.map(s -> "<" + s + ">").subscribe(s -> Log.i("suite", s));
        ids.onNext(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }
}
