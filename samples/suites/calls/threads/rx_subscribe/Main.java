package cn.privlens.suite.rx_subscribe;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable<String> o = Observable.fromCallable(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()).subscribeOn(Schedulers.io());
        o.subscribe(s -> setTitle(s));
    }
}
