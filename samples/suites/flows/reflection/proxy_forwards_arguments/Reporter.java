package cn.privlens.suite.proxy_forwards_arguments;

interface Reporter {
    void report(String text);
}
