package cn.privlens.suite.proxy_query_all_arguments;

interface ReportApi {
    @Get("/report")
    int report(String id, String version);
}
