package cn.privlens.suite.contacts_upload_count;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button sync = new Button(this);
        sync.setText("sync");
        sync.setOnClickListener(v -> new Thread(new SyncTask(this)).start());
        setContentView(sync);
    }
}
