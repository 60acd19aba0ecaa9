package cn.privlens.suite.later_member;

enum Level { LOW, MIDDLE, HIGH }
