package cn.privlens.suite.buffer_wait_notify;

final class Buffer {
    private String item;
    synchronized void put(String value) throws InterruptedException {
        while (item != null) {
            wait();
        }
        item = value;
        notifyAll();
    }
    synchronized String take() throws InterruptedException {
        while (item == null) {
            wait();
        }
        String value = item;
        item = null;
        notifyAll();
        return value;
    }
}
