package cn.privlens.suite.base_dialog_listener;

interface PrivacyListener {
    void onPrivacyReady();
}
