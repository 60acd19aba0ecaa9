package cn.privlens.suite.empty_collector_made_by_name;

public interface Collector {
    String collect();
}
