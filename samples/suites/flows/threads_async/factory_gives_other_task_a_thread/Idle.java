package cn.privlens.suite.factory_gives_other_task_a_thread;

class Idle implements Runnable {
    private int rounds;

    @Override
    public void run() {
        while (rounds < 100) {
            rounds++;
            Thread.yield();
        }
    }
}
