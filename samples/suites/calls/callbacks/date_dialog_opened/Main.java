package cn.privlens.suite.date_dialog_opened;

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
        card();
        new DatePickerDialog(this, this, 2020, 0, 1).show();
    }

    @Override
    public void onDateSet(DatePicker picker, int year, int month, int day) {
        setTitle(year + "-" + (month + 1) + "-" + day);
        picker.setEnabled(false);
    }

    private void card() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
