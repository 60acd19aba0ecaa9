package cn.privlens.suite.event_eaten_by_child;

abstract class Node {
    private final Node parent;

    Node(Node parent) {
        this.parent = parent;
    }

    final void fire(String text) {
        if (!handle(text) && parent != null) {
            parent.fire(text);
        }
    }

    abstract boolean handle(String text);
}
