package cn.privlens.suite.fork_join_other_task;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import java.util.concurrent.RecursiveTask;

public class Main extends Activity {
    static class Ask extends RecursiveTask<String> {
        private final Context context;
        private final boolean real;
        Ask(Context context, boolean real) { this.context = context; this.real = real; }
        @Override
        protected String compute() { return "r" + (real ? 1 : 0) + context.getPackageName(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Ask ask = new Ask(this, true);
        ask.fork();
        SmsManager.getDefault().sendTextMessage("10690000", null, ask.join(), null, null);
    }
}
