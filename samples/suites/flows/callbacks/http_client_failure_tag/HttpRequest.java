package cn.privlens.suite.http_client_failure_tag;

final class HttpRequest {
    final String url;
    String body;
    Object tag;

    HttpRequest(String url) {
        this.url = url;
    }
}
