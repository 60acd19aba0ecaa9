package cn.privlens.suite.task_on_running_executor;

import java.util.concurrent.Executor;

class Own implements Executor {
    int given;

    @Override
    public void execute(Runnable work) {
        given++;
        new Thread(work).start();
    }
}
