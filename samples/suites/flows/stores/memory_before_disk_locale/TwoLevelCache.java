package cn.privlens.suite.memory_before_disk_locale;

import android.content.Context;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

final class TwoLevelCache {
    private final Map<String, String> memory = new HashMap<>();
    private final File folder;

    TwoLevelCache(Context context) {
        folder = context.getCacheDir();
    }

    void put(String key, String value) throws IOException {
        memory.put(key, value);
        FileWriter out = new FileWriter(new File(folder, key));
        try {
            out.write(value);
        } finally {
            out.close();
        }
    }

    String get(String key) throws IOException {
        String found = memory.get(key);
        if (found != null) {
            return found;
        }
        BufferedReader in = new BufferedReader(new FileReader(new File(folder, key)));
        try {
            return in.readLine();
        } finally {
            in.close();
        }
    }
}
