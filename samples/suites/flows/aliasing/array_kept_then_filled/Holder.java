package cn.privlens.suite.array_kept_then_filled;

import android.text.TextUtils;

final class Holder {
    private final String[] cells;

    Holder(String[] cells) {
        this.cells = cells;
    }

    String text() {
        return TextUtils.join(",", cells);
    }
}
