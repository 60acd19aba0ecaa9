package cn.privlens.suite.place_shown_by_page;

import android.app.Activity;
import android.location.LocationManager;
import android.os.Bundle;
import android.webkit.WebView;

public class Main extends Activity {
    private LocationManager manager;
    private Watch watch;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView page = new WebView(this);
        page.getSettings().setJavaScriptEnabled(true);
        page.loadUrl("file:///android_asset/map.html");
        setContentView(page);
        manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        watch = new Watch(page);
    }

    @Override
    protected void onResume() {
        super.onResume();
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 5000L, 5f, watch);
    }

    @Override
    protected void onPause() {
        super.onPause();
        manager.removeUpdates(watch);
    }
}
