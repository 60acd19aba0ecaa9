package cn.privlens.suite.field_of_base_class_other;


class BaseRecord {
    private String device = "";
    private String locale = "";

    BaseRecord(String device, String locale) {
        this.device = device;
        this.locale = locale;
    }
}
