package cn.privlens.suite.form_cleared_then_sent;


final class ContactForm extends FormModel {
    private String subject = "";
    private String phone = "";

    void fill(String subject, String phone) {
        this.subject = subject;
        this.phone = phone;
    }

    @Override
    void reset() {
        subject = "";
        phone = "";
    }

    @Override
    String asText() {
        return "subject=" + subject + "&phone=" + phone;
    }
}
