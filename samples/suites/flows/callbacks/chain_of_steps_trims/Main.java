package cn.privlens.suite.chain_of_steps_trims;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Step first = new Steps.Read((ClipboardManager) getSystemService(CLIPBOARD_SERVICE));
        first.then(new Steps.Trim()).then(new Steps.Keep(this));
        first.run(new Job());
    }
}
