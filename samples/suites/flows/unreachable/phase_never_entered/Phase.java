package cn.privlens.suite.phase_never_entered;

enum Phase {
    IDLE, READY, UPLOAD
}
