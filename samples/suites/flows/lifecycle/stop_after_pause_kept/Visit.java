package cn.privlens.suite.stop_after_pause_kept;

class Visit {
    String who = "";
    int rounds;
}
