package cn.privlens.suite.report_title;

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
        return "[" + title() + "]";
    }
}
