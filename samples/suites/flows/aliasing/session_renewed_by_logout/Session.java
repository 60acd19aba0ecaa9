package cn.privlens.suite.session_renewed_by_logout;


final class Session {
    private String token = "guest";

    void open(String value) {
        token = value;
    }

    String token() {
        return token;
    }
}
