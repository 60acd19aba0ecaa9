package cn.privlens.suite.exception_with_payload_message;

final class LoginException extends Exception {
    private final String detail;

    LoginException(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
