package cn.privlens.suite.text_of_object;

final class Card {
    private final String number;
    Card(String number) { this.number = number; }
    boolean known() { return number != null; }
    @Override
    public String toString() { return "card " + number; }
}
