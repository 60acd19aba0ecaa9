package cn.privlens.suite.base_dialog_listener_at_once;

interface PrivacyListener {
    void onPrivacyReady();
}
