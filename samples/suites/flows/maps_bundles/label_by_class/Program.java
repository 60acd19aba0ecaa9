package cn.privlens.suite.label_by_class;

final class Program {
    private Program() {}
}
