package cn.privlens.suite.one_link_back;

class Link {
    String text;
    Link before;
    Link after;
    Link(String text) { this.text = text; }
    Link join(Link next) {
        after = next;
        next.before = this;
        return next;
    }
}
