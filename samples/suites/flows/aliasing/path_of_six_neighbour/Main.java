package cn.privlens.suite.path_of_six_neighbour;

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

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        A a = new A();
        A keep = a;
        a.n.n.n.n.n.s = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, keep.n.n.n.n.n.t, null, null);
    }
    static class A { B n = new B(); }
    static class B { C n = new C(); }
    static class C { D n = new D(); }
    static class D { E n = new E(); }
    static class E { F n = new F(); }
    static class F { String s = ""; String t = "t"; }
}
