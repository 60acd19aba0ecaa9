package cn.privlens.suite.param_provider_other;

import java.util.Map;

interface ParamProvider {
    String name();

    void fill(Map<String, String> params);
}
