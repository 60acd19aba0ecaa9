package cn.privlens.samples.features;

import android.hardware.Camera;
import android.media.AudioRecord;

/** Camera and microphone. */
final class Recorders {
    private Recorders() {}

    static void run() {
        microphone();
        camera();
    }

    private static void microphone() {
        new AudioRecord(1, 44100, 16, 2, 4096).startRecording();
    }

    private static Camera camera() {
        return Camera.open();
    }
}
