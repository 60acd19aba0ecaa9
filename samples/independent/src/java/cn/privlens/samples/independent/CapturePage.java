package cn.privlens.samples.independent;

import android.app.Activity;
import android.content.Intent;
import android.hardware.camera2.CameraDevice;
import android.hardware.camera2.CameraManager;
import android.media.AudioFormat;
import android.media.AudioRecord;
import android.media.MediaPlayer;
import android.media.MediaRecorder;
import android.media.projection.MediaProjection;
import android.media.projection.MediaProjectionManager;
import android.os.Bundle;

/** Sound, camera and screen. */
public class CapturePage extends Activity {
    private MediaProjectionManager projection;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        projection = (MediaProjectionManager) getSystemService("media_projection");
        startActivityForResult(projection.createScreenCaptureIntent(), 3);
        sound();
        play();
        count();
        camera();
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        if (request == 3) {
            MediaProjection screen = projection.getMediaProjection(result, data);
            screen.createVirtualDisplay("屏", 720, 1280, 2, 16, null);
        }
    }

    private static void sound() {
        AudioRecord record =
                new AudioRecord(
                        MediaRecorder.AudioSource.MIC,
                        8000,
                        AudioFormat.CHANNEL_IN_MONO,
                        AudioFormat.ENCODING_PCM_16BIT,
                        4096);
        record.startRecording();
        record.read(new byte[64], 0, 64);
    }

    /** Sound out, not in. */
    private static void play() {
        MediaPlayer player = new MediaPlayer();
        player.setVolume(1f, 1f);
        player.start();
    }

    private int count() {
        return ((CameraManager) getSystemService("camera")).getCameraIdList().length;
    }

    private void camera() {
        CameraManager manager = (CameraManager) getSystemService("camera");
        manager.openCamera(
                "0",
                new CameraDevice.StateCallback() {
                    @Override
                    public void onOpened(CameraDevice camera) {}

                    @Override
                    public void onDisconnected(CameraDevice camera) {}

                    @Override
                    public void onError(CameraDevice camera, int error) {}
                },
                null);
    }
}
