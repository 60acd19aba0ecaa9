package cn.privlens.suite.proxy_answers_other_name;

interface Sender {
    void open(String page);

    void report(String text);
}
