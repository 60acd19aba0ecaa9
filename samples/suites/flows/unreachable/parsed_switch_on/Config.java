package cn.privlens.suite.parsed_switch_on;

final class Config {
    static final String UPLOAD = "true";
    static boolean upload() { return Boolean.parseBoolean(UPLOAD); }
    private Config() {}
}
