package cn.privlens.suite.form_cleared_then_sent;


abstract class FormModel {
    abstract void reset();

    abstract String asText();
}
