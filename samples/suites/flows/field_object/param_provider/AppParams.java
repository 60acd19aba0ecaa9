package cn.privlens.suite.param_provider;

import java.util.Map;

final class AppParams implements ParamProvider {
    @Override
    public String name() {
        return "app";
    }

    @Override
    public void fill(Map<String, String> params) {
        params.put("ver", "5.0");
    }
}
