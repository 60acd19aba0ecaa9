package cn.privlens.suite.rx_seen_before_map;

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
                .doOnNext(s -> Log.i("suite", s))
                .map(s -> "mapped")
                .subscribe(s -> setTitle(s));
    }
}
