package cn.privlens.suite.gesture_double_tap;

import android.util.Log;
import android.view.GestureDetector;
import android.view.MotionEvent;

final class Taps extends GestureDetector.SimpleOnGestureListener {
    private final String owner;

    Taps(String owner) {
        this.owner = owner;
    }

    @Override
    public boolean onDown(MotionEvent event) {
        return true;
    }

    @Override
    public boolean onDoubleTap(MotionEvent event) {
        Log.i("taps", "double tap by " + owner);
        return true;
    }
}
