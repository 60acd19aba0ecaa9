package org.greenrobot.essentials;

import android.content.Context;

public class Util {
    public interface Then { void then(Context c); }
    public static void id(Context c, Then t) { t.then(c); }
}
