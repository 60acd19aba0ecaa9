package cn.privlens.suite.server_commands_not_listed;

import android.content.Context;

class PingCommand implements Command {
    @Override
    public String run(Context context) {
        return "pong";
    }
}
