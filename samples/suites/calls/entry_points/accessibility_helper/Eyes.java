package cn.privlens.suite.accessibility_helper;

import android.accessibilityservice.AccessibilityService;
import android.content.Context;
import android.telephony.TelephonyManager;
import android.view.accessibility.AccessibilityEvent;

public class Eyes extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent e) { e.recycle(); }
    @Override
    public void onInterrupt() {}
    static class Event {
        void onAccessibilityEvent(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
    }
}
