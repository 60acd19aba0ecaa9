package cn.privlens.suite.parent_of_other_child;

import java.util.ArrayList;
import java.util.List;

final class Node {
    private Node parent;
    private final List<Node> children = new ArrayList<>();
    String note = "";

    Node add(Node child) {
        child.parent = this;
        children.add(child);
        return child;
    }

    void report(String text) {
        Node n = this;
        while (n.parent != null) {
            n = n.parent;
        }
        n.note = text;
    }
}
