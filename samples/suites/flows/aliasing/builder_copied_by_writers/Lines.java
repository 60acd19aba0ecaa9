package cn.privlens.suite.builder_copied_by_writers;

final class Lines {
    private final StringBuilder text;

    Lines(StringBuilder text) {
        this.text = new StringBuilder(text);
    }

    void add(String line) {
        text.append(line).append('\n');
    }

    String all() {
        return text.toString();
    }
}
