package cn.privlens.suite.long_click_listener;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        View page = new View(this);
        setContentView(page);
        page.setOnLongClickListener(new View.OnLongClickListener() {
            @Override
            public boolean onLongClick(View view) {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
                return false;
            }
        });
    }
}
