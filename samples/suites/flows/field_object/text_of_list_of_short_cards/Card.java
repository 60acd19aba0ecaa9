package cn.privlens.suite.text_of_list_of_short_cards;

class Card {
    private final String name;
    private final String number;

    Card(String name, String number) {
        this.name = name;
        this.number = number;
    }

    @Override
    public String toString() {
        return name + "/" + (number == null);
    }
}
