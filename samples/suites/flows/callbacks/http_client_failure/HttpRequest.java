package cn.privlens.suite.http_client_failure;

final class HttpRequest {
    final String url;
    String body;
    Object tag;

    HttpRequest(String url) {
        this.url = url;
    }
}
