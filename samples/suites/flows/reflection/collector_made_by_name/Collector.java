package cn.privlens.suite.collector_made_by_name;

public interface Collector {
    String collect();
}
