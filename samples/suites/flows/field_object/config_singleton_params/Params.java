package cn.privlens.suite.config_singleton_params;

final class Params {
    private final StringBuilder text = new StringBuilder();

    Params add(String key, String value) {
        text.append(text.length() == 0 ? "" : "&").append(key).append("=").append(value);
        return this;
    }

    static Params common() {
        return new Params().add("app", "demo").add("d", Config.instance().imei);
    }

    String build() {
        return text.toString();
    }
}
