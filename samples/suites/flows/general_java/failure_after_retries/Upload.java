package cn.privlens.suite.failure_after_retries;

import java.io.IOException;

final class Upload {
    private final String number;

    Upload(String number) {
        this.number = number;
    }

    void once(int attempt) throws IOException {
        if (number.isEmpty() || attempt < 0) {
            return;
        }
        throw new IOException("rejected " + number);
    }
}
