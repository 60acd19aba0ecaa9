package cn.privlens.rules;

import android.app.AlertDialog;

/** Rules, lists and the closing of the account are in the settings. */
public class Home extends Screen {
    @Override
    void begin() {
        button("登录", view -> new AlertDialog.Builder(this)
                .setMessage(R.string.why)
                .setPositiveButton("好", (dialog, which) -> show(Reads.contacts(this)))
                .show());
        button(getString(R.string.collected), view -> show(getString(R.string.lists)));
        button(getString(R.string.close), view -> show(getString(R.string.filing)));
    }
}
