package cn.privlens.suite.state_before_replacement;

class Store {
    private State state = new State("无", "zh");

    State state() {
        return state;
    }

    void update(String tel) {
        state = state.withTel(tel);
    }
}
