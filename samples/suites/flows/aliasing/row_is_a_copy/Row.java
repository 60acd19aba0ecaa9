package cn.privlens.suite.row_is_a_copy;

class Row {
    private final String[] cells;
    private final int start;

    Row(String[] cells, int start) {
        this.cells = cells;
        this.start = start;
    }

    void set(int column, String text) {
        cells[start + column] = text;
    }
}
