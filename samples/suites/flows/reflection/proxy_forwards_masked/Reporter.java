package cn.privlens.suite.proxy_forwards_masked;

interface Reporter {
    void report(String text);
}
