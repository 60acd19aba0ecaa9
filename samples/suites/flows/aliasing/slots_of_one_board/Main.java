package cn.privlens.suite.slots_of_one_board;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Board one = new Board();
        Board two = new Board();
        Slot in = one.left();
        Slot out = one.left();
        in.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        two.left().put("two");
        Intent share = new Intent(Intent.ACTION_SEND);
        share.setType("text/plain");
        share.putExtra(Intent.EXTRA_TEXT, out.take());
        startActivity(share);
    }
}
