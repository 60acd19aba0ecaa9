package cn.privlens.suite.event_left_to_parent;

class Inner extends Node {
    private int seen;

    Inner(Node parent) {
        super(parent);
    }

    @Override
    boolean handle(String text) {
        seen++;
        return false;
    }
}
