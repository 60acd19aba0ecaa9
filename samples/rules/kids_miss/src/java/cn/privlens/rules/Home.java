package cn.privlens.rules;

import android.app.AlertDialog;

/** Songs behind a gate for parents. */
public class Home extends Screen {
    @Override
    void begin() {
        button("儿歌", view -> new AlertDialog.Builder(this)
                .setMessage(R.string.gate)
                .setPositiveButton("好", (dialog, which) -> show(Reads.androidId(this)))
                .show());
    }
}
