package cn.privlens.suite.task_on_refusing_executor;

import android.util.Log;
import java.util.concurrent.Executor;

class Own implements Executor {
    int given;

    @Override
    public void execute(Runnable work) {
        given++;
        Log.d("own", "拒绝 " + given);
    }
}
