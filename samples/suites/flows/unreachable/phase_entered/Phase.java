package cn.privlens.suite.phase_entered;

enum Phase {
    IDLE, READY, UPLOAD
}
