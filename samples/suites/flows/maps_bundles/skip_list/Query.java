package cn.privlens.suite.skip_list;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

final class Query {
    private static final Set<String> SKIP = new HashSet<>(Arrays.asList("sign", "token"));

    private final TreeMap<String, String> params = new TreeMap<>();

    Query with(String key, String value) {
        params.put(key, value);
        return this;
    }

    String join() {
        StringBuilder b = new StringBuilder();
        for (String key : params.keySet()) {
            if (SKIP.contains(key)) {
                continue;
            }
            b.append(b.length() == 0 ? '?' : '&').append(key).append('=').append(params.get(key));
        }
        return b.toString();
    }
}
