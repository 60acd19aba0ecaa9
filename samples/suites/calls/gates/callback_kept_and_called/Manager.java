package cn.privlens.suite.callback_kept_and_called;

final class Manager {
    interface OnAgreed {
        void agreed();
    }
    private static OnAgreed kept;
    private Manager() {}
    static void onAgreed(OnAgreed callback) {
        kept = callback;
        callback.agreed();
    }
    static void agree() {
        if (kept != null) {
            kept.agreed();
        }
    }
}
