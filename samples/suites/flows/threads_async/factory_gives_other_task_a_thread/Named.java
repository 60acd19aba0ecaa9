package cn.privlens.suite.factory_gives_other_task_a_thread;

import java.util.concurrent.ThreadFactory;

class Named implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        Thread t = new Thread(new Idle());
        t.setName("工人");
        return t;
    }
}
