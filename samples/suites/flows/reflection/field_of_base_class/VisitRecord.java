package cn.privlens.suite.field_of_base_class;


final class VisitRecord extends BaseRecord {
    private int visits = 1;

    VisitRecord(String device) {
        super(device, "zh_CN");
    }

    void again() {
        visits++;
    }
}
