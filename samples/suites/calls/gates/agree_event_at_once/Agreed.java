package cn.privlens.suite.agree_event_at_once;

final class Agreed {
    final long at;

    Agreed(long at) {
        this.at = at;
    }
}
