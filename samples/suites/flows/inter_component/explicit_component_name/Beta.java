package cn.privlens.suite.explicit_component_name;

import android.app.Activity;

public class Beta extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        setTitle(getIntent().getStringExtra("v"));
    }
}
