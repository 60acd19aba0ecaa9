package cn.privlens.rules;

import android.content.DialogInterface;

/** Goes on after the refusal. */
final class DisagreeClick implements DialogInterface.OnClickListener {
    private final Home home;

    DisagreeClick(Home home) {
        this.home = home;
    }

    @Override
    public void onClick(DialogInterface dialog, int which) {
        home.setTitle(Reads.place(home));
    }
}
