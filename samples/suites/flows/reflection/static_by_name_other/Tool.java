package cn.privlens.suite.static_by_name_other;

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

public class Tool {
    static void send(String s) { SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null); }
    static void drop(String s) { SmsManager.getDefault().sendTextMessage("10690000", null, "dropped", null, null); }
}
