package cn.privlens.suite.setters_by_other_key;

public class User {
    private String phone;
    private String name;

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public String getName() {
        return name;
    }
}
