package cn.privlens.suite.gap_buffer_renewed;

final class Buffer {
    private char[] cells = new char[4];
    private int size;
    Buffer type(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (size == cells.length) {
                char[] more = new char[cells.length * 2];
                System.arraycopy(cells, 0, more, 0, size);
                cells = more;
            }
            cells[size++] = text.charAt(i);
        }
        return this;
    }
    void renew() {
        cells = new char[4];
        size = 0;
    }
    @Override
    public String toString() { return new String(cells, 0, size); }
}
