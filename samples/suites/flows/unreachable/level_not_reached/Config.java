package cn.privlens.suite.level_not_reached;

final class Config {
    static final Level LEVEL = Level.FREE;

    private Config() {
    }
}
