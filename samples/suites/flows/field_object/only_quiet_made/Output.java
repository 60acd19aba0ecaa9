package cn.privlens.suite.only_quiet_made;

interface Output { void put(String text); }
