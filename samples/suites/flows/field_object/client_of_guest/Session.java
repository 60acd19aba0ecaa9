package cn.privlens.suite.client_of_guest;

final class Session {
    private final String user;
    private String token;

    Session(String user) {
        this.user = user;
    }

    void open(String token) {
        this.token = token;
    }

    String user() {
        return user;
    }

    String token() {
        return token;
    }
}
