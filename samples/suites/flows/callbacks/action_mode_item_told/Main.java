package cn.privlens.suite.action_mode_item_told;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.View;
import android.widget.LinearLayout;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        View page = new LinearLayout(this);
        setContentView(page);
        page.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                startActionMode(new NumberActions(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
            }
        });
    }
}
