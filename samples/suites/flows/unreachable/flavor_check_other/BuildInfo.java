package cn.privlens.suite.flavor_check_other;

final class BuildInfo {
    static final String FLAVOR = "global";

    private BuildInfo() {}

    static boolean isDomestic() {
        return "domestic".equals(FLAVOR);
    }
}
