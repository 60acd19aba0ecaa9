package cn.privlens.suite.account_renewed;

final class Accounts {
    private Accounts() {}

    static Account touch(Account account) {
        account.setUsed(System.currentTimeMillis());
        return account;
    }

    static Account renew(Account account) {
        Account fresh = new Account(account.getName());
        fresh.setUsed(System.currentTimeMillis());
        return fresh;
    }
}
