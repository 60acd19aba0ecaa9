package cn.privlens.rules;

import android.content.Context;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;

/** Counts the user's own steps. */
final class StepCounter implements SensorEventListener {
    private static final int TYPE_STEP_COUNTER = 19;
    private int steps;

    void start(Context context) {
        SensorManager sensors = (SensorManager) context.getSystemService(Context.SENSOR_SERVICE);
        sensors.registerListener(this, sensors.getDefaultSensor(TYPE_STEP_COUNTER), SensorManager.SENSOR_DELAY_UI);
    }

    @Override
    public void onSensorChanged(SensorEvent event) {
        if (event.values[0] > 15) {
            steps++;
        }
    }

    int steps() {
        return steps;
    }

    @Override
    public void onAccuracyChanged(Sensor sensor, int accuracy) {}
}
