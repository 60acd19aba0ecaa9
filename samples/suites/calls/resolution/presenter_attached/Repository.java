package cn.privlens.suite.presenter_attached;

interface Repository {
    String load();
}
