package cn.privlens.suite.proxy_query_second_argument;

interface ReportApi {
    @Get("/report")
    int report(String id, String version);
}
