package cn.privlens.suite.level_reached;

final class Config {
    static final Level LEVEL = Level.FULL;

    private Config() {
    }
}
