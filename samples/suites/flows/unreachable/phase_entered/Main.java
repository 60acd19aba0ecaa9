package cn.privlens.suite.phase_entered;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.view.View;
import android.widget.Button;

public class Main extends Activity implements View.OnClickListener {
    private Phase phase = Phase.IDLE;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button go = new Button(this);
        go.setOnClickListener(this);
        setContentView(go);
    }
    @Override
    public void onClick(View view) {
        switch (phase) {
            case IDLE:
                phase = Phase.READY;
                break;
            case READY:
                phase = Phase.UPLOAD;
                break;
            case UPLOAD:
                Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
                phase = Phase.IDLE;
                break;
            default:
                break;
        }
    }
}
