package cn.privlens.suite.slots_of_two_boards;

interface Slot {
    void put(String text);
    String take();
}
