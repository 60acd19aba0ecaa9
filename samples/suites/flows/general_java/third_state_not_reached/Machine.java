package cn.privlens.suite.third_state_not_reached;

final class Machine {
    enum State { FIRST, SECOND, THIRD }
    private State state = State.FIRST;
    void next() {
        switch (state) {
            case FIRST: state = State.SECOND; break;
            case SECOND: state = State.THIRD; break;
            default: break;
        }
    }
    boolean done() { return state == State.THIRD; }
}
