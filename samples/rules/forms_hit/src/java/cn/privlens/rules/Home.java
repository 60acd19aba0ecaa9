package cn.privlens.rules;

import android.app.Activity;
import android.os.Bundle;
import com.baidu.idl.face.platform.FaceSDKManager;

/** Shows the pages one after the other. */
public class Home extends Activity {
    private int page;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.login);
    }

    public void next(android.view.View view) {
        page++;
        FaceSDKManager.initialize(this);
        setContentView(page == 1 ? R.layout.identity : page == 2 ? R.layout.real_name : R.layout.close);
    }
}
