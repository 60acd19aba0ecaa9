package cn.privlens.suite.cookies_joined_presence;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

final class Cookies {
    private final Map<String, String> all = new LinkedHashMap<>();

    Cookies set(String name, String value) {
        all.put(name, value);
        return this;
    }

    String header() {
        StringBuilder text = new StringBuilder();
        Iterator<Map.Entry<String, String>> entries = all.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, String> e = entries.next();
            text.append(e.getKey()).append('=').append(e.getValue());
            if (entries.hasNext()) {
                text.append("; ");
            }
        }
        return text.toString();
    }
}
