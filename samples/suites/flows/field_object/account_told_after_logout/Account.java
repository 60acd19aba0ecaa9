package cn.privlens.suite.account_told_after_logout;


final class Account {
    private static final Account INSTANCE = new Account();

    private String holder = "nobody";
    private int visits;

    private Account() {}

    static Account get() {
        return INSTANCE;
    }

    void login(String name) {
        holder = name;
        visits++;
    }

    void logout() {
        holder = "nobody";
    }

    String holder() {
        return holder;
    }

    int visits() {
        return visits;
    }
}
