package cn.privlens.suite.fields_of_type_number;

final class Card {
    String holder;
    int version = 3;
}
