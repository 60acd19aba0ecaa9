package cn.privlens.suite.field_never_switched;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

final class Switches {
    static boolean verbose;

    private Switches() {}
}
