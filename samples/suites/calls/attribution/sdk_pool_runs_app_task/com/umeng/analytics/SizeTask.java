package com.umeng.analytics;

import android.content.Context;

final class SizeTask implements Runnable {
    private final Context context;

    SizeTask(Context context) {
        this.context = context.getApplicationContext();
    }

    @Override
    public void run() {
        context.getSharedPreferences("um", Context.MODE_PRIVATE).getAll().size();
    }
}
