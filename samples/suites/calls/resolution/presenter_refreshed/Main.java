package cn.privlens.suite.presenter_refreshed;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

public class Main extends Activity implements LineView, View.OnClickListener {
    private Presenter presenter;
    private Button button;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        button = new Button(this);
        button.setOnClickListener(this);
        setContentView(button);
        Repository phone = new PhoneRepository(getApplicationContext());
        Repository constant = new ConstantRepository();
        presenter = new Presenter(constant, phone);
    }

    @Override
    protected void onStart() {
        super.onStart();
        presenter.attach(this);
    }

    @Override
    protected void onStop() {
        presenter.detach();
        super.onStop();
    }

    @Override
    public void onClick(View view) {
        presenter.refresh();
    }

    @Override
    public void show(String text) {
        button.setText(text);
    }
}
