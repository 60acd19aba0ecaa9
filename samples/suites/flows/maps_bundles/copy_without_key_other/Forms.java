package cn.privlens.suite.copy_without_key_other;

import java.util.HashMap;
import java.util.Map;

final class Forms {
    private Forms() {}

    static Map<String, String> without(Map<String, String> form, String key) {
        Map<String, String> copy = new HashMap<>(form);
        copy.remove(key);
        return copy;
    }
}
