package cn.privlens.suite.microphone_silence_to_socket;

import android.app.Activity;
import android.media.AudioFormat;
import android.media.AudioRecord;
import android.os.Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            int size = AudioRecord.getMinBufferSize(8000, AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT);
            AudioRecord record = new AudioRecord(1, 8000, AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT, size);
            byte[] sound = new byte[size];
            byte[] silence = new byte[size];
            record.startRecording();
            try (Socket socket = new Socket("ear.example.com", 7000)) {
                OutputStream out = socket.getOutputStream();
                int got = record.read(sound, 0, sound.length);
                out.write(silence, 0, got);
            } catch (IOException e) {
                setTitle("e");
            }
            record.stop();
        }).start();
    }
}
