package cn.privlens.suite.rx_seen_after_map;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import io.reactivex.rxjava3.core.Observable;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable.just(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId())
                .map(s -> "mapped")
                .doOnNext(s -> Log.i("suite", s))
                .subscribe(s -> setTitle(s));
    }
}
