package cn.privlens.suite.session_kept_by_page;


final class Session {
    private String token = "guest";

    void open(String value) {
        token = value;
    }

    String token() {
        return token;
    }
}
