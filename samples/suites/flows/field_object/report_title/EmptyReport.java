package cn.privlens.suite.report_title;

final class EmptyReport extends Report {
    EmptyReport() {
        super("empty");
    }

    @Override
    String body() {
        return "";
    }
}
