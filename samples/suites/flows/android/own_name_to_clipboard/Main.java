package cn.privlens.suite.own_name_to_clipboard;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.pm.ApplicationInfo;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder all = new StringBuilder();
        for (ApplicationInfo info : getPackageManager().getInstalledApplications(0)) {
            all.append(getPackageName()).append(' ');
        }
        ClipboardManager board = (ClipboardManager) getSystemService(CLIPBOARD_SERVICE);
        board.setPrimaryClip(ClipData.newPlainText("apps", all.toString()));
    }
}
