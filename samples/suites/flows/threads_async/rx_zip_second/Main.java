package cn.privlens.suite.rx_zip_second;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable<String> ids = Observable.fromCallable(() -> Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)).subscribeOn(Schedulers.io());
        Observable<String> versions = Observable.just("7.1");
        Observable.zip(ids, versions, (id, version) -> version).subscribe(s -> Log.i("suite", s));
    }
}
