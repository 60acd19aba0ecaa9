package cn.privlens.suite.draft_shared_with_preview;


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
