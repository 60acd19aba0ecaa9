package cn.privlens.suite.slots_of_one_board;

class Board {
    private String left = "";
    Slot left() {
        return new Slot() {
            @Override
            public void put(String text) { left = text; }
            @Override
            public String take() { return left; }
        };
    }
}
