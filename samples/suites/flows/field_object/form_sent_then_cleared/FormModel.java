package cn.privlens.suite.form_sent_then_cleared;


abstract class FormModel {
    abstract void reset();

    abstract String asText();
}
