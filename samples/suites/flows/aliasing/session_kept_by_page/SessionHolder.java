package cn.privlens.suite.session_kept_by_page;


final class SessionHolder {
    private Session current = new Session();

    Session current() {
        return current;
    }

    void logout() {
        current = new Session();
    }
}
