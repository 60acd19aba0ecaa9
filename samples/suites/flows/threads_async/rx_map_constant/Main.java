package cn.privlens.suite.rx_map_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable.fromCallable(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId())
                .subscribeOn(Schedulers.io())
                .map(s -> "x")
                .subscribe(s -> SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null));
    }
}
