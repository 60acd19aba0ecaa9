package cn.privlens.suite.only_loud_made;

interface Output { void put(String text); }
