package cn.privlens.suite.draft_detached_from_preview;


final class Draft {
    String title;
    String body = "";

    Draft(String title) {
        this.title = title;
    }

    Draft detached() {
        Draft copy = new Draft(title);
        copy.body = body;
        return copy;
    }
}
