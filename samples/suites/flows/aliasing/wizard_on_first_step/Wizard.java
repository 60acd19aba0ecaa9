package cn.privlens.suite.wizard_on_first_step;

class Wizard {
    private final Step[] steps = {new Step(), new Step()};
    private int position = 0;
    private Step current = steps[0];

    void next() {
        position = 1;
        current = steps[position];
    }

    void answer(String text) {
        current.answer = text;
    }

    Step first() {
        return steps[0];
    }

    Step second() {
        return steps[1];
    }
}
