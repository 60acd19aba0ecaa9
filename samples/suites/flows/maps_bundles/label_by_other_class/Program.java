package cn.privlens.suite.label_by_other_class;

final class Program {
    private Program() {}
}
