package cn.privlens.samples.weather;

import android.Manifest;
import android.app.Activity;
import android.app.AlertDialog;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.content.DialogInterface;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import com.umeng.commonsdk.UMConfigure;

/** The only screen: asks for consent at the first start, then shows the weather. */
public class MainActivity extends Activity implements LocationListener {
    private final Reporter reporter = new Reporter();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
        if (Consent.given(this)) {
            begin();
        } else {
            askForConsent();
        }
    }

    private void askForConsent() {
        new AlertDialog.Builder(this)
                .setTitle(R.string.consent_title)
                .setMessage(R.string.consent_text)
                .setPositiveButton(
                        R.string.agree,
                        new DialogInterface.OnClickListener() {
                            @Override
                            public void onClick(DialogInterface dialog, int which) {
                                Consent.save(MainActivity.this);
                                begin();
                            }
                        })
                .setNegativeButton(R.string.refuse, (dialog, which) -> finish())
                .show();
    }

    private void begin() {
        UMConfigure.init(this);
        reporter.report(DeviceIds.imei(this), DeviceIds.mac(this));
        if (checkSelfPermission(Manifest.permission.ACCESS_FINE_LOCATION) != 0) {
            requestPermissions(new String[] {Manifest.permission.ACCESS_FINE_LOCATION}, 1);
            return;
        }
        locate();
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        locate();
    }

    private void locate() {
        LocationManager manager = (LocationManager) getSystemService(Context.LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.GPS_PROVIDER);
        if (last != null) {
            show(last);
        }
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 600000L, 500f, this);
    }

    /** Called by name from the layout. */
    public void refresh(View button) {
        locate();
    }

    /** Called by name from the layout. */
    public void pasteCity(View button) {
        ClipboardManager clipboard = (ClipboardManager) getSystemService(Context.CLIPBOARD_SERVICE);
        ClipData clip = clipboard.getPrimaryClip();
        if (clip != null) {
            text().setText(信息.查找(String.valueOf(clip.getItemAt(0).getText())));
        }
    }

    private void show(Location location) {
        text().setText(信息.标题(location.getLatitude(), location.getLongitude()));
    }

    private TextView text() {
        return (TextView) findViewById(R.id.text);
    }

    @Override
    public void onLocationChanged(Location location) {
        show(location);
    }

    @Override
    public void onStatusChanged(String provider, int status, Bundle extras) {}

    @Override
    public void onProviderEnabled(String provider) {}

    @Override
    public void onProviderDisabled(String provider) {}
}
