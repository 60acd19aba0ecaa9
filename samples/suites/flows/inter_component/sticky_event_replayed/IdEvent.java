package cn.privlens.suite.sticky_event_replayed;

final class IdEvent {
    final String id;

    IdEvent(String id) {
        this.id = id;
    }
}
