package cn.privlens.suite.feature_table_on;

import java.util.HashMap;
import java.util.Map;

final class Features {
    private static final Map<String, Boolean> TABLE = new HashMap<>();
    static {
        TABLE.put("上传", true);
        TABLE.put("分享", false);
    }
    private Features() {}
    static boolean on(String name) {
        Boolean set = TABLE.get(name);
        return set != null && set;
    }
}
