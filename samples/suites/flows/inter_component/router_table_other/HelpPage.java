package cn.privlens.suite.router_table_other;

import android.app.Activity;
import android.os.Bundle;

public class HelpPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("帮助");
    }
}
