package cn.privlens.suite.prototype_filled_then_copied;

class Header implements Prototype<Header> {
    String user = "游客";
    int version = 3;

    @Override
    public Header copy() {
        Header h = new Header();
        h.user = user;
        h.version = version;
        return h;
    }
}
