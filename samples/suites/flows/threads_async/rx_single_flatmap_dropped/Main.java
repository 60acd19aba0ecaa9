package cn.privlens.suite.rx_single_flatmap_dropped;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;

public class Main extends Activity {
    private Single<String> wrap(String s) { return Single.just("w"); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Single.just(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID))
                .flatMap(s -> wrap(s))
                .observeOn(Schedulers.computation())
                .subscribe(s -> Log.i("suite", s), e -> Log.w("suite", "failed"));
    }
}
