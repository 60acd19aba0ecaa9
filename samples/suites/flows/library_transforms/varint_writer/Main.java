package cn.privlens.suite.varint_writer;

import android.app.Activity;
import android.os.Build;
import android.util.Log;
import java.io.IOException;
import java.net.Socket;

public class Main extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        new Thread(() -> {
            FieldWriter w = new FieldWriter();
            w.text(1, Build.SERIAL);
            w.text(2, "store");
            try (Socket socket = new Socket("gw.example.cn", 9010)) {
                w.to(socket.getOutputStream());
            } catch (IOException e) {
                Log.w("gw", "closed");
            }
        }).start();
    }
}
