package cn.privlens.suite.session_closed_before_service;

final class Session {
    private static Session only;
    private String device = "none";
    private Session() {}
    static synchronized Session get() {
        if (only == null) {
            only = new Session();
        }
        return only;
    }
    void open(String device) { this.device = device; }
    void close() { device = "none"; }
    String device() { return device; }
}
