package cn.privlens.suite.property_phone_read;

public class User {
    private final String name;
    private final String phone;

    public User(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }

    public String getName() {
        return name;
    }

    public String getPhone() {
        return phone;
    }
}
