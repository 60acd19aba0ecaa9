package cn.privlens.suite.last_node_filled_first_sent;

final class Node {
    String text;
    Node next;

    Node(String text) {
        this.text = text;
    }

    Node append(String more) {
        next = new Node(more);
        return next;
    }
}
