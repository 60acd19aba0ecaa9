package cn.privlens.suite.report_body;

final class EmptyReport extends Report {
    EmptyReport() {
        super("empty");
    }

    @Override
    String body() {
        return "";
    }
}
