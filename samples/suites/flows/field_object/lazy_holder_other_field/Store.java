package cn.privlens.suite.lazy_holder_other_field;

final class Store {
    private String subscriber;
    private String title;

    private Store() {}

    private static final class Holder {
        static final Store ONLY = new Store();
    }

    static Store only() {
        return Holder.ONLY;
    }

    void take(String subscriber, String title) {
        this.subscriber = subscriber;
        this.title = title;
    }

    String subscriber() {
        return subscriber;
    }

    String title() {
        return title;
    }
}
