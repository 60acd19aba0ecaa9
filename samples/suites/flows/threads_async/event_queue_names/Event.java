package cn.privlens.suite.event_queue_names;

import java.util.LinkedHashMap;
import java.util.Map;

final class Event {
    final String name;
    final Map<String, String> props;

    Event(String name, Map<String, String> props) {
        this.name = name;
        this.props = new LinkedHashMap<>(props);
    }
}
