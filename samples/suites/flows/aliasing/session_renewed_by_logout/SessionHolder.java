package cn.privlens.suite.session_renewed_by_logout;


final class SessionHolder {
    private Session current = new Session();

    Session current() {
        return current;
    }

    void logout() {
        current = new Session();
    }
}
