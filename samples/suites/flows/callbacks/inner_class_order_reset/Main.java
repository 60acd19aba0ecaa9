package cn.privlens.suite.inner_class_order_reset;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;

public class Main extends Activity {
    private String number;
    class Fill implements View.OnClickListener {
        @Override
        public void onClick(View v) {
            number = ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
        }
    }
    class Send implements View.OnClickListener {
        @Override
        public void onClick(View v) {
            number = "";
            Log.i("suite", "n=" + number);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout box = new LinearLayout(this);
        Button a = new Button(this);
        Button b = new Button(this);
        a.setOnClickListener(new Fill());
        b.setOnClickListener(new Send());
        box.addView(a);
        box.addView(b);
        setContentView(box);
    }
}
