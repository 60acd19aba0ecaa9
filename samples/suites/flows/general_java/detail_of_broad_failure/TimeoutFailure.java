package cn.privlens.suite.detail_of_broad_failure;


final class TimeoutFailure extends SyncFailure {
    TimeoutFailure(String detail) {
        super(detail);
    }
}
