package cn.privlens.suite.server_commands;

import android.content.Context;

class PingCommand implements Command {
    @Override
    public String run(Context context) {
        return "pong";
    }
}
