package cn.privlens.suite.event_eaten_by_child;

class Inner extends Node {
    private int seen;

    Inner(Node parent) {
        super(parent);
    }

    @Override
    boolean handle(String text) {
        seen++;
        return true;
    }
}
