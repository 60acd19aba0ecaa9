package cn.privlens.suite.presenter_refreshed;

interface Repository {
    String load();
}
