package cn.privlens.suite.memento_of_filled_form;

class Form {
    private String text = "";

    static final class Memento {
        private final String text;

        private Memento(String text) {
            this.text = text;
        }
    }

    void enter(String other) {
        text = other;
    }

    Memento save() {
        return new Memento(text);
    }

    void restore(Memento memento) {
        text = memento.text;
    }

    String text() {
        return text;
    }
}
