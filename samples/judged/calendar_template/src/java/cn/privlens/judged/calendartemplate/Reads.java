package cn.privlens.judged.calendartemplate;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The text that was copied last. */
    static String pasted(Context context) {
        ClipboardManager clipboard = (ClipboardManager) context.getSystemService(Context.CLIPBOARD_SERVICE);
        ClipData clip = clipboard.getPrimaryClip();
        return clip == null ? "" : String.valueOf(clip.getItemAt(0).getText());
    }
}
