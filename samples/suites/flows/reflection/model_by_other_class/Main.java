package cn.privlens.suite.model_by_other_class;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ModelProvider provider = new ModelProvider(getApplicationContext());
        Model model = provider.get(ThemeModel.class);
        Log.i("suite", model.line());
    }
}
