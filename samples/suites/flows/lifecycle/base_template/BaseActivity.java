package cn.privlens.suite.base_template;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public abstract class BaseActivity extends Activity {
    @Override
    protected final void onCreate(Bundle state) {
        super.onCreate(state);
        initData(getIntent());
        initView();
    }

    protected abstract void initView();

    protected void initData(Intent intent) {}
}
