package cn.privlens.suite.extras_filled_in_present;

import android.app.Activity;
import android.content.Intent;
import android.location.LocationManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent more = new Intent();
        more.putExtra("code", ((LocationManager) getSystemService(LOCATION_SERVICE)).getLastKnownLocation(LocationManager.GPS_PROVIDER).toString());
        Intent page = new Intent(this, Page.class);
        page.putExtra("code", "中文");
        page.fillIn(more, 0);
        startActivity(page);
    }
}
