package cn.privlens.suite.param_provider;

import java.util.Map;

interface ParamProvider {
    String name();

    void fill(Map<String, String> params);
}
