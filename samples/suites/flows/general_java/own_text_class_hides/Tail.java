package cn.privlens.suite.own_text_class_hides;

final class Tail implements CharSequence {
    private final String text;
    Tail(String text) { this.text = text; }
    @Override
    public int length() { return text.length(); }
    @Override
    public char charAt(int at) { return '*'; }
    @Override
    public CharSequence subSequence(int from, int to) { return toString().substring(from, to); }
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length(); i++) {
            out.append(charAt(i));
        }
        return out.toString();
    }
}
