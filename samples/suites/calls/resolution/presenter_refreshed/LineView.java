package cn.privlens.suite.presenter_refreshed;

interface LineView {
    void show(String text);
}
