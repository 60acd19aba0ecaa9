package cn.privlens.suite.static_field_set_by_name;

public class Shelf {
    private static String serial = "默认";
    private static String spare = "备用";

    static String serial() {
        return serial;
    }

    static boolean complete() {
        return spare != null;
    }
}
