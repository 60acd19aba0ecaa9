package cn.privlens.suite.static_init_method;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

public class Main extends Activity implements View.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button check = new Button(this);
        check.setText("检查");
        check.setOnClickListener(this);
        setContentView(check);
    }

    @Override
    public void onClick(View view) {
        view.setEnabled(Subscriber.isThere());
    }
}
