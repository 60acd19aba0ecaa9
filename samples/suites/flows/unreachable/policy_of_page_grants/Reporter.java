package cn.privlens.suite.policy_of_page_grants;

import android.telephony.SmsManager;

final class Reporter {
    private final Policy policy;

    Reporter(Policy policy) {
        this.policy = policy;
    }

    void report(String text) {
        if (!policy.maySend()) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
