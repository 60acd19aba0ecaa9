package cn.privlens.suite.proxy_forwards_masked;

import android.util.Log;

final class LogReporter implements Reporter {
    @Override
    public void report(String text) {
        Log.i("reporter", text);
    }
}
