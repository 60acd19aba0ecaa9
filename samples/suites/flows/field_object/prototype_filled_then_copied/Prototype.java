package cn.privlens.suite.prototype_filled_then_copied;

interface Prototype<T extends Prototype<T>> {
    T copy();
}
