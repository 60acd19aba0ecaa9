package cn.privlens.suite.constructor_argument;

public class Note {
    private final String t;
    public Note(String t) { this.t = t; }
    @Override
    public String toString() { return "note " + t; }
}
