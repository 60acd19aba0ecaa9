package cn.privlens.suite.level_not_reached;

enum Level {
    FREE,
    PAID,
    FULL;

    boolean reaches(Level other) {
        return ordinal() >= other.ordinal();
    }
}
