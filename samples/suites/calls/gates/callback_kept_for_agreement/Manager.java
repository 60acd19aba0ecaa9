package cn.privlens.suite.callback_kept_for_agreement;

final class Manager {
    interface OnAgreed {
        void agreed();
    }
    private static OnAgreed kept;
    private Manager() {}
    static void onAgreed(OnAgreed callback) {
        kept = callback;

    }
    static void agree() {
        if (kept != null) {
            kept.agreed();
        }
    }
}
