package cn.privlens.suite.task_by_name_other;

import android.util.Log;
import java.util.HashMap;
import java.util.Map;

final class Desk {
    interface Task {
        void run(String text);
    }

    private final Map<String, Task> tasks = new HashMap<>();

    Desk() {
        tasks.put("log", new Logs());
        tasks.put("count", new Counts());
    }

    void run(String name, String text) {
        Task task = tasks.get(name);
        if (task != null) {
            task.run(text);
        }
    }

    static final class Logs implements Task {
        @Override
        public void run(String text) {
            Log.i("desk", text);
        }
    }

    static final class Counts implements Task {
        private int n;

        @Override
        public void run(String text) {
            n++;
        }
    }
}
