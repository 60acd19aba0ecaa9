package cn.privlens.suite.worker_joined_first;

final class Worker extends Thread {
    private final String input;
    private String result = "";

    Worker(String input) {
        this.input = input;
    }

    @Override
    public void run() {
        if (input != null) {
            result = "<" + input.trim() + ">";
        }
    }

    String result() throws InterruptedException {
        join();
        return result;
    }
}
