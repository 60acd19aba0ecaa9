package cn.privlens.suite.update_count_shown_by_page;

import android.location.Location;
import android.location.LocationListener;
import android.os.Bundle;
import android.webkit.WebView;

final class Watch implements LocationListener {
    private final WebView page;
    private double latitude;
    private double longitude;
    private int updates;

    Watch(WebView page) {
        this.page = page;
    }

    @Override
    public void onLocationChanged(Location location) {
        latitude = location.getLatitude();
        longitude = location.getLongitude();
        updates++;
        show();
    }

    private void show() {
        page.loadUrl("javascript:show(" + updates + ")");
    }

    @Override
    public void onStatusChanged(String provider, int status, Bundle extras) {}

    @Override
    public void onProviderEnabled(String provider) {}

    @Override
    public void onProviderDisabled(String provider) {}
}
