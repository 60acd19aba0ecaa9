package cn.privlens.suite.order_contact_phone;

interface Order {
    interface Contact {
        String phone();
        String mail();
    }
    interface Customer { Contact contact(); }
    Customer customer();
}
