package cn.privlens.suite.reader_of_second_owner;

class Owner {
    private final String value;

    Owner(String value) {
        this.value = value;
    }

    class Reader {
        String read() {
            return "[" + value + "]";
        }
    }
}
