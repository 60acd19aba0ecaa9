package cn.privlens.suite.chain_of_steps_trims;

import android.content.ClipboardManager;
import android.content.Context;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

final class Steps {
    private Steps() {}
    static class Read extends Step {
        private final ClipboardManager board;
        Read(ClipboardManager board) { this.board = board; }
        @Override
        protected boolean work(Job job) {
            job.text = board.getPrimaryClip().getItemAt(0).getText().toString();
            return true;
        }
    }
    static class Trim extends Step {
        @Override
        protected boolean work(Job job) {
            job.text = job.text.trim();
            return true;
        }
    }
    static class Blank extends Step {
        @Override
        protected boolean work(Job job) {
            job.text = "无";
            return true;
        }
    }
    static class Keep extends Step {
        private final Context context;
        Keep(Context context) { this.context = context; }
        @Override
        protected boolean work(Job job) {
            try (FileOutputStream out = context.openFileOutput("job.txt", Context.MODE_PRIVATE)) {
                out.write(job.text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return false;
            }
            return true;
        }
    }
}
