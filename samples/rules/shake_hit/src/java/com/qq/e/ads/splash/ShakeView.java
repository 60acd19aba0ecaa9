package com.qq.e.ads.splash;

import android.content.Context;
import android.content.Intent;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.net.Uri;

/** Written for this sample: stands under the package name of an ad SDK; no line of it is in it. */
public final class ShakeView implements SensorEventListener {
    private final Context context;

    public ShakeView(Context context) {
        this.context = context;
    }

    public void show() {
        SensorManager sensors = (SensorManager) context.getSystemService(Context.SENSOR_SERVICE);
        sensors.registerListener(this, sensors.getDefaultSensor(Sensor.TYPE_ACCELEROMETER), SensorManager.SENSOR_DELAY_UI);
    }

    @Override
    public void onSensorChanged(SensorEvent event) {
        float force = Math.abs(event.values[0]);
        if (force > 8) {
            context.startActivity(new Intent(Intent.ACTION_VIEW, Uri.parse("taobao://item/1")));
        }
    }

    @Override
    public void onAccuracyChanged(Sensor sensor, int accuracy) {}
}
