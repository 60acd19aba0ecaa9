package cn.privlens.suite.rx_not_subscribed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable<String> o = Observable.fromCallable(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()).subscribeOn(Schedulers.io());
        Button b = new Button(this);
        b.setOnClickListener(v -> o.subscribe(s -> setTitle(s)));
        setContentView(b);
    }
}
