package cn.privlens.suite.fragment_arguments_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Page page = new Page();
        Bundle args = new Bundle();
        args.putString("tel", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        args.putString("t", "页面");
        page.setArguments(args);
        getFragmentManager().beginTransaction().add(page, "p").commit();
    }
}
