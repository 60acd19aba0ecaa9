package cn.privlens.suite.slots_of_two_boards;

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
