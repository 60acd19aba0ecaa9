package cn.privlens.suite.stop_after_pause_cleared;

class Visit {
    String who = "";
    int rounds;
}
