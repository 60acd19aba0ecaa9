package cn.privlens.suite.report_body;

abstract class Report {
    private final String title;

    Report(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract String body();

    String full() {
        return "[" + body() + "]";
    }
}
