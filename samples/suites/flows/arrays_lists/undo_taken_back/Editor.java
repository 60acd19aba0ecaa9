package cn.privlens.suite.undo_taken_back;

import java.util.Stack;

final class Editor {
    private String text = "";
    private final Stack<String> before = new Stack<>();
    void type(String next) {
        before.push(text);
        text = next;
    }
    void undo() { text = before.pop(); }
    String text() { return text; }
}
