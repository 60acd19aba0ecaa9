package cn.privlens.suite.failed_initializer_itself;

final class Setup {
    static final String NAME = load();
    private Setup() {}
    static void touch() {}
    private static String load() {
        throw new IllegalStateException("卡 " + Main.card);
    }
}
