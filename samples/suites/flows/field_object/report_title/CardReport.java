package cn.privlens.suite.report_title;

final class CardReport extends Report {
    private final String card;

    CardReport(String card) {
        super("card");
        this.card = card;
    }

    @Override
    String body() {
        return "card=" + card;
    }
}
