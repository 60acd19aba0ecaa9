package cn.privlens.suite.event_before_subscription;

final class IdEvent {
    final String id;

    IdEvent(String id) {
        this.id = id;
    }
}
