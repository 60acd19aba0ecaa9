package cn.privlens.rules;

import android.content.Intent;
import android.media.AudioFormat;
import android.media.AudioRecord;
import android.media.MediaRecorder;
import android.net.Uri;
import cn.jpush.android.service.WakeHelper;

/** Every act follows a tap. */
public class Home extends Screen {
    @Override
    void begin() {
        button("导航", view -> {
            Intent map = getPackageManager().getLaunchIntentForPackage("com.example.maps");
            startActivity(map);
        });
        button("支付", view -> WakeHelper.pay(this));
        button("开始跑步", view -> startForegroundService(new Intent(this, RunService.class)));
        button("播放", view -> startService(new Intent(this, PlayerService.class)));
        button("检查更新", view -> {
            Intent install = new Intent(Intent.ACTION_VIEW);
            install.setDataAndType(Uri.parse("content://cn.privlens.rules/update.apk"), "application/vnd.android.package-archive");
            startActivity(install);
        });
        button("按住说话", view -> {
            AudioRecord recorder = new AudioRecord(MediaRecorder.AudioSource.MIC, 8000,
                    AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT, 8000);
            recorder.startRecording();
            recorder.read(new byte[8000], 0, 8000);
        });
        button("本机地址", view -> {
            String mac = Reads.mac(this);
            getSharedPreferences("cache", MODE_PRIVATE).edit().putString("radio", mac).apply();
        });
    }
}
