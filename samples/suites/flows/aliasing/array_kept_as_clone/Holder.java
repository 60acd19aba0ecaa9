package cn.privlens.suite.array_kept_as_clone;

import android.text.TextUtils;

final class Holder {
    private final String[] cells;

    Holder(String[] cells) {
        this.cells = cells.clone();
    }

    String text() {
        return TextUtils.join(",", cells);
    }
}
