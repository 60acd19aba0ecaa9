package cn.privlens.suite.upload_sdk_imei;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import com.qiniu.android.utils.AndroidNetwork;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> { AndroidNetwork.touch(); });
        setContentView(b);
    }
}
