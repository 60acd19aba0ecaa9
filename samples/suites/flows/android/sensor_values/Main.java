package cn.privlens.suite.sensor_values;

import android.app.Activity;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity implements SensorEventListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SensorManager m = (SensorManager) getSystemService(SENSOR_SERVICE);
        m.registerListener(this, m.getDefaultSensor(Sensor.TYPE_ACCELEROMETER), 3);
    }
    @Override
    public void onSensorChanged(SensorEvent e) { Log.i("suite", "x" + e.values[0]); }
    @Override
    public void onAccuracyChanged(Sensor s, int a) {}
}
