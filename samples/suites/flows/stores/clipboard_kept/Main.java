package cn.privlens.suite.clipboard_kept;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ClipboardManager board = (ClipboardManager) getSystemService(CLIPBOARD_SERVICE);
        ClipData clip = board.getPrimaryClip();
        SharedPreferences.Editor edit = getSharedPreferences("config", MODE_PRIVATE).edit();
        if (clip != null && clip.getItemCount() > 0) {
            edit.putString("text", clip.getItemAt(0).coerceToText(this).toString());
        }
        edit.apply();
    }
}
