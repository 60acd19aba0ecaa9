package cn.privlens.suite.delayed_post_removed;

import android.util.Log;

final class Report implements Runnable {
    private final String id;

    Report(String id) {
        this.id = id;
    }

    @Override
    public void run() {
        Log.i("report", "device " + id);
    }
}
