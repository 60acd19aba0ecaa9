package cn.privlens.suite.parsed_switch_off;

final class Config {
    static final String UPLOAD = "false";
    static boolean upload() { return Boolean.parseBoolean(UPLOAD); }
    private Config() {}
}
