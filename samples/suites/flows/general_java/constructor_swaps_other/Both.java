package cn.privlens.suite.constructor_swaps_other;

final class Both {
    final String left;
    final String right;
    Both(String a, String b) { this(b, a, true); }
    private Both(String left, String right, boolean checked) {
        this.left = left;
        this.right = right;
    }
}
