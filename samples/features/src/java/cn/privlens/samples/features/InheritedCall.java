package cn.privlens.samples.features;

import android.media.MediaRecorder;

/** The call names the app's subclass; the method is the framework's. */
final class InheritedCall {
    private InheritedCall() {}

    /** Adds nothing to the framework class. */
    static class OwnRecorder extends MediaRecorder {}

    static void run() {
        OwnRecorder recorder = new OwnRecorder();
        recorder.setAudioSource(1);
    }
}
