package cn.privlens.suite.read_only_copy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class Notes {
    private final List<String> lines = new ArrayList<>();

    Notes(String heading) {
        lines.add(heading);
    }

    List<String> lines() {
        return Collections.unmodifiableList(new ArrayList<>(lines));
    }

    void add(String line) {
        lines.add(line);
    }
}
