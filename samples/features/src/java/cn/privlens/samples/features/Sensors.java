package cn.privlens.samples.features;

import android.content.Context;
import android.hardware.SensorManager;

/** Sensors chosen by number. */
final class Sensors {
    private Sensors() {}

    static void run(Context context) {
        SensorManager sensors = (SensorManager) context.getSystemService("sensor");
        gyroscope(sensors);
        heart(sensors);
        light(sensors);
        all(sensors);
    }

    private static Object gyroscope(SensorManager sensors) {
        return sensors.getDefaultSensor(4);
    }

    private static Object heart(SensorManager sensors) {
        return sensors.getDefaultSensor(21);
    }

    private static Object light(SensorManager sensors) {
        return sensors.getDefaultSensor(5);
    }

    private static Object all(SensorManager sensors) {
        return sensors.getSensorList(-1);
    }
}
