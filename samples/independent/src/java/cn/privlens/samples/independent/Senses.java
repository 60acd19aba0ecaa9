package cn.privlens.samples.independent;

import android.content.Context;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;

/** Sensors; the type is a variable. */
final class Senses implements SensorEventListener {
    private Senses() {}

    static void run(Context context) {
        SensorManager manager = (SensorManager) context.getSystemService(Context.SENSOR_SERVICE);
        Senses listener = new Senses();
        listener.either(manager, System.nanoTime() % 2 == 0);
        listener.looped(manager);
    }

    private void either(SensorManager manager, boolean moving) {
        int type = moving ? Sensor.TYPE_ACCELEROMETER : Sensor.TYPE_LIGHT;
        manager.registerListener(this, manager.getDefaultSensor(type), 3);
    }

    private void looped(SensorManager manager) {
        for (int type : new int[] {Sensor.TYPE_GYROSCOPE, 21}) {
            manager.registerListener(this, manager.getDefaultSensor(type), 3);
        }
    }

    @Override
    public void onSensorChanged(SensorEvent event) {
        System.out.println(event.values[0]);
    }

    @Override
    public void onAccuracyChanged(Sensor sensor, int accuracy) {}
}
