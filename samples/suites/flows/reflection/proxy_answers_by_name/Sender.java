package cn.privlens.suite.proxy_answers_by_name;

interface Sender {
    void open(String page);

    void report(String text);
}
