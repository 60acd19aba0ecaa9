package cn.privlens.suite.server_commands_not_listed;

import android.content.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.Map;

class Commander implements Runnable {
    private final Context context;
    private final Map<String, Command> table = new HashMap<>();

    Commander(Context context) {
        this.context = context;
        Command id = new IdCommand();
        table.put("ping", new PingCommand());
        table.remove("id");
    }

    @Override
    public void run() {
        String answer = "";
        for (int i = 0; i < 10; i++) {
            try {
                URLConnection c = new URL("https://cmd.example.net/next?last=" + answer).openConnection();
                BufferedReader r = new BufferedReader(new InputStreamReader(c.getInputStream()));
                Command command = table.get(r.readLine());
                answer = command == null ? "unknown" : command.run(context);
                r.close();
            } catch (IOException e) {
                return;
            }
        }
    }
}
