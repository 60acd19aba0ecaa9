package cn.privlens.suite.expression_masked;

abstract class Expr {
    abstract String eval();

    static final class Leaf extends Expr {
        private final String text;
        Leaf(String text) { this.text = text; }
        @Override
        String eval() { return text; }
    }
    static final class Both extends Expr {
        private final Expr left;
        private final Expr right;
        Both(Expr left, Expr right) {
            this.left = left;
            this.right = right;
        }
        @Override
        String eval() { return left.eval() + right.eval(); }
    }
    static final class Mask extends Expr {
        private final Expr hidden;
        Mask(Expr hidden) { this.hidden = hidden; }
        @Override
        String eval() { return hidden == null ? "" : "***"; }
    }
}
