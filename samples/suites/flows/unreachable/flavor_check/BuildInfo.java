package cn.privlens.suite.flavor_check;

final class BuildInfo {
    static final String FLAVOR = "domestic";

    private BuildInfo() {}

    static boolean isDomestic() {
        return "domestic".equals(FLAVOR);
    }
}
