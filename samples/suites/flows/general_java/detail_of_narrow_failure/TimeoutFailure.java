package cn.privlens.suite.detail_of_narrow_failure;


final class TimeoutFailure extends SyncFailure {
    TimeoutFailure(String detail) {
        super(detail);
    }
}
