package cn.privlens.suite.sensor_at_start;

import android.app.Activity;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity implements SensorEventListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button go = new Button(this);
        listen();
        setContentView(go);
    }
    private void listen() {
        SensorManager sensors = (SensorManager) getSystemService(SENSOR_SERVICE);
        sensors.registerListener(this, sensors.getDefaultSensor(Sensor.TYPE_ACCELEROMETER), SensorManager.SENSOR_DELAY_NORMAL);
    }
    @Override
    public void onSensorChanged(SensorEvent event) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(); }
    @Override
    public void onAccuracyChanged(Sensor sensor, int accuracy) { }
}
