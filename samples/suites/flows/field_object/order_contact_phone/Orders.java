package cn.privlens.suite.order_contact_phone;

final class Orders {
    private String phone = "";
    private String mail = "";
    static Orders start() { return new Orders(); }
    Orders phone(String v) {
        phone = v;
        return this;
    }
    Orders mail(String v) {
        mail = v;
        return this;
    }
    Order build() { return new Plain(new Person(new Card(phone, mail))); }

    private static final class Plain implements Order {
        private final Customer customer;
        Plain(Customer customer) { this.customer = customer; }
        @Override
        public Customer customer() { return customer; }
    }
    private static final class Person implements Order.Customer {
        private final Order.Contact contact;
        Person(Order.Contact contact) { this.contact = contact; }
        @Override
        public Order.Contact contact() { return contact; }
    }
    private static final class Card implements Order.Contact {
        private final String phone;
        private final String mail;
        Card(String phone, String mail) {
            this.phone = phone;
            this.mail = mail;
        }
        @Override
        public String phone() { return phone; }
        @Override
        public String mail() { return mail; }
    }
}
