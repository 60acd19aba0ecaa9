package cn.privlens.suite.server_commands_not_listed;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Commander(this)).start();
    }
}
