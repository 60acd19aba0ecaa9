package cn.privlens.suite.detail_of_broad_failure;


class SyncFailure extends Exception {
    private final String detail;

    SyncFailure(String detail) {
        super("sync failed");
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
