package cn.privlens.suite.report_title;

import android.util.Log;

final class Printer {
    void print(Report... reports) {
        for (Report report : reports) {
            Log.i("report", report.full());
        }
    }
}
