package cn.privlens.suite.accessibility_service;

import android.accessibilityservice.AccessibilityService;
import android.telephony.TelephonyManager;
import android.view.accessibility.AccessibilityEvent;

public class Eyes extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent e) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(); }
    @Override
    public void onInterrupt() {}

}
