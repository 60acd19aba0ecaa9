package cn.privlens.suite.account_touched;

final class Account {
    private final String name;
    private String card = "";
    private long used;

    Account(String name) {
        this.name = name;
    }

    void setCard(String card) {
        this.card = card;
    }

    String getCard() {
        return card;
    }

    String getName() {
        return name;
    }

    void setUsed(long used) {
        this.used = used;
    }

    long getUsed() {
        return used;
    }
}
