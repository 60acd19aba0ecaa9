package cn.privlens.rules;

import android.accessibilityservice.AccessibilityService;
import android.view.accessibility.AccessibilityEvent;

/** Sees what is on the screen. */
public class Helper extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        event.getEventType();
    }

    @Override
    public void onInterrupt() {}
}
