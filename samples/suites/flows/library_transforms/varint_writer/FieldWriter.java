package cn.privlens.suite.varint_writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

final class FieldWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void text(int field, String value) {
        byte[] raw = value.getBytes(StandardCharsets.UTF_8);
        varint(field << 3 | 2);
        varint(raw.length);
        bytes.write(raw, 0, raw.length);
    }

    private void varint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    void clear() {
        bytes.reset();
    }

    void to(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        bytes.writeTo(zip);
        zip.finish();
    }
}
