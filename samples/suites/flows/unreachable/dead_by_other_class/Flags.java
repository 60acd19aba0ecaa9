package cn.privlens.suite.dead_by_other_class;

import android.app.*;
import android.content.*;
import android.location.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import android.util.*;
import android.view.*;
import android.webkit.*;
import android.widget.*;
import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;

final class Flags {
    static final boolean SEND = Boolean.parseBoolean("true");
    static final int LEVEL = 4;
}
