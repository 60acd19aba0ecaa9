package cn.privlens.suite.label_by_other_class;

final class Device {
    private Device() {}
}
