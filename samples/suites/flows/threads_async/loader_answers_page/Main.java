package cn.privlens.suite.loader_answers_page;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import android.widget.TextView;

public class Main extends Activity implements CardLoader.Callback {
    private TextView view;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        view = new TextView(this);
        setContentView(view);
        new CardLoader(this).load(this);
    }

    @Override
    public void onLoaded(String card) {
        Log.i("suite", "card " + card);
    }

    @Override
    public void onFailed(String reason) {
        Log.w("suite", "failed: " + reason);
    }
}
