package cn.privlens.suite.presenter_attached;

interface LineView {
    void show(String text);
}
