package cn.privlens.suite.report_column_name;

import java.util.ArrayList;
import java.util.List;

final class Report {
    static final int NAME = 0;
    static final int SERIAL = 1;
    static final int COUNT = 2;

    private final List<String[]> rows = new ArrayList<>();

    void add(String name, String serial, int count) {
        String[] row = new String[3];
        row[NAME] = name;
        row[SERIAL] = serial;
        row[COUNT] = Integer.toString(count);
        rows.add(row);
    }

    String serials() {
        StringBuilder all = new StringBuilder();
        for (String[] row : rows) {
            all.append(row[SERIAL]).append(';');
        }
        return all.toString();
    }

    String names() {
        StringBuilder all = new StringBuilder();
        for (String[] row : rows) {
            all.append(row[NAME]).append(';');
        }
        return all.toString();
    }
}
