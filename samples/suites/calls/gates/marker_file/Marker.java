package cn.privlens.suite.marker_file;

import android.content.Context;
import java.io.File;
import java.io.IOException;

final class Marker {
    private Marker() {}
    static File file(Context context) { return new File(context.getFilesDir(), "policy_agreed"); }
    static void make(Context context) {
        try {
            file(context).createNewFile();
        } catch (IOException e) {
            context.setTheme(0);
        }
    }
}
