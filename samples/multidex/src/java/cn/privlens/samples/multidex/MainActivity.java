package cn.privlens.samples.multidex;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import cn.privlens.samples.multidex.deep.Relay;

/** In the first DEX file; its calls go to the second one and come back. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Relay().pass(this);
        new Reader().work(this);
        startActivity(
                new Intent()
                        .setClassName(this, "cn.privlens.samples.multidex.feature.FeatureActivity"));
    }
}
