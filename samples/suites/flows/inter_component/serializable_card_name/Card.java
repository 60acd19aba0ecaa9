package cn.privlens.suite.serializable_card_name;

import java.io.Serializable;

final class Card implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final String number;

    Card(String name, String number) {
        this.name = name;
        this.number = number;
    }

    String name() {
        return name;
    }

    String number() {
        return number;
    }
}
