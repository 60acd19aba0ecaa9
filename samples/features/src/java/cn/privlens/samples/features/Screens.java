package cn.privlens.samples.features;

import android.accessibilityservice.AccessibilityService;
import android.view.accessibility.AccessibilityEvent;

/** Sees the content of every screen. */
public class Screens extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        event.getText();
    }

    @Override
    public void onInterrupt() {}
}
