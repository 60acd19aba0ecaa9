package cn.privlens.suite.state_after_replacement;

final class State {
    final String tel;
    final String lang;

    State(String tel, String lang) {
        this.tel = tel;
        this.lang = lang;
    }

    State withTel(String other) {
        return new State(other, lang);
    }
}
