package cn.privlens.suite.typed_text_buffer_kinds;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("清理");
    }
}
