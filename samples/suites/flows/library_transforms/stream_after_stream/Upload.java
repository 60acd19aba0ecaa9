package cn.privlens.suite.stream_after_stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;

class Upload extends Thread {
    private final String id;

    Upload(String id) {
        this.id = id;
    }

    @Override
    public void run() {
        try {
            InputStream head = new ByteArrayInputStream("v1:".getBytes("UTF-8"));
            InputStream body = new ByteArrayInputStream(id.getBytes("UTF-8"));
            InputStream foot = new ByteArrayInputStream("完".getBytes("UTF-8"));
            InputStream all = new SequenceInputStream(head, body);
            Socket socket = new Socket("seq.example.cn", 9100);
            OutputStream out = socket.getOutputStream();
            out.write(body.available());
            byte[] block = new byte[64];
            int n;
            while ((n = all.read(block)) > 0) {
                out.write(block, 0, n);
            }
            out.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
