package cn.privlens.suite.param_provider;

import java.util.Map;
import java.util.TreeMap;

final class NetConfig {
    private static ParamProvider provider;

    private NetConfig() {}

    static void register(ParamProvider p) {
        provider = p;
    }

    static Map<String, String> common() {
        Map<String, String> params = new TreeMap<>();
        if (provider != null) {
            provider.fill(params);
        }
        return params;
    }
}
