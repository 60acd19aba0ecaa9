package cn.privlens.suite.spinner_selected_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.view.View;
import android.widget.AdapterView;
import android.widget.Spinner;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String[] names = {"a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()};
        Spinner spinner = new Spinner(this);
        spinner.setOnItemSelectedListener(new AdapterView.OnItemSelectedListener() {
            @Override
            public void onItemSelected(AdapterView<?> parent, View view, int position, long id) { Log.i("suite", names[position]); }
            @Override
            public void onNothingSelected(AdapterView<?> parent) {}
        });
        setContentView(spinner);
    }
}
