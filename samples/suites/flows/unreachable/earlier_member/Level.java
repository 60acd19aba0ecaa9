package cn.privlens.suite.earlier_member;

enum Level { LOW, MIDDLE, HIGH }
