package cn.privlens.suite.service_other_method_from_table;

final class Names {
    static final String[] ALL = {"toString", "getSubscriberId"};

    private Names() {}
}
