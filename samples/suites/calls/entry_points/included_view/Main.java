package cn.privlens.suite.included_view;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(getLayoutInflater().inflate(R.layout.outer, null));
    }
}
