package cn.privlens.suite.prototype_copied_then_filled;

interface Prototype<T extends Prototype<T>> {
    T copy();
}
