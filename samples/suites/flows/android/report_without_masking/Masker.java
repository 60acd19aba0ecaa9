package cn.privlens.suite.report_without_masking;


abstract class Masker {
    abstract String mask(String value);

    static Masker none() {
        return new Masker() {
            @Override
            String mask(String value) {
                return value;
            }
        };
    }

    static Masker stars() {
        return new Masker() {
            @Override
            String mask(String value) {
                return value == null ? "" : "******";
            }
        };
    }
}
