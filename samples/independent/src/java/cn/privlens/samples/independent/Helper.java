package cn.privlens.samples.independent;

import android.accessibilityservice.AccessibilityService;
import android.view.accessibility.AccessibilityEvent;
import android.view.accessibility.AccessibilityNodeInfo;

/** Walks through the window of whatever app is in front. */
public class Helper extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        AccessibilityNodeInfo root = getRootInActiveWindow();
        if (root != null) {
            walk(root);
        }
    }

    @Override
    public void onInterrupt() {}

    private void walk(AccessibilityNodeInfo node) {
        System.out.println(node.getText());
        for (int at = 0; at < node.getChildCount(); at++) {
            walk(node.getChild(at));
        }
    }
}
