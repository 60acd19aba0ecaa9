package cn.privlens.suite.feature_table_off;

import java.util.HashMap;
import java.util.Map;

final class Features {
    private static final Map<String, Boolean> TABLE = new HashMap<>();
    static {
        TABLE.put("上传", false);
        TABLE.put("分享", true);
    }
    private Features() {}
    static boolean on(String name) {
        Boolean set = TABLE.get(name);
        return set != null && set;
    }
}
