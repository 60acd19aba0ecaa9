package cn.privlens.suite.level_reached;

enum Level {
    FREE,
    PAID,
    FULL;

    boolean reaches(Level other) {
        return ordinal() >= other.ordinal();
    }
}
