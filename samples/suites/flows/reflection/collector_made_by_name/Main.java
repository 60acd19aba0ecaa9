package cn.privlens.suite.collector_made_by_name;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Collector collector = CollectorFactory.create(this);
            new PostTask().execute(collector.collect());
        } catch (ReflectiveOperationException e) {
            setTitle("no collector");
        }
    }
}
