package cn.privlens.suite.slots_of_one_board;

interface Slot {
    void put(String text);
    String take();
}
