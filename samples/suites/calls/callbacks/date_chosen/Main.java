package cn.privlens.suite.date_chosen;

import android.app.Activity;
import android.app.DatePickerDialog;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.DatePicker;

public class Main extends Activity implements DatePickerDialog.OnDateSetListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        openDialog();
    }

    private void openDialog() {
        setTitle("when?");
        new DatePickerDialog(this, this, 2020, 0, 1).show();
    }

    @Override
    public void onDateSet(DatePicker picker, int year, int month, int day) {
        setTitle(year + "-" + (month + 1) + "-" + day);
        card();
    }

    private void card() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
