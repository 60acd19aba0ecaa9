package cn.privlens.suite.two_links_back;

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
