package cn.privlens.suite.agree_posts_event;

final class Agreed {
    final long at;

    Agreed(long at) {
        this.at = at;
    }
}
