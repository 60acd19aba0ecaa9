package cn.privlens.suite.fields_of_type_text;

final class Card {
    String holder;
    int version = 3;
}
