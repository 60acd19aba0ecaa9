package cn.privlens.suite.label_by_class;

final class Device {
    private Device() {}
}
