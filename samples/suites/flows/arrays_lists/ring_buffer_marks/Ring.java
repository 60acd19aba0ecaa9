package cn.privlens.suite.ring_buffer_marks;

final class Ring {
    private final String[] cells;
    private int next;
    private int count;

    Ring(int size) {
        cells = new String[size];
    }

    synchronized void put(String text) {
        cells[next] = text;
        next = (next + 1) % cells.length;
        if (count < cells.length) {
            count++;
        }
    }

    synchronized String[] content() {
        String[] all = new String[count];
        int from = (next - count + cells.length) % cells.length;
        for (int i = 0; i < count; i++) {
            all[i] = cells[(from + i) % cells.length];
        }
        return all;
    }
}
