package cn.privlens.suite.server_commands_not_listed;

import android.content.Context;

interface Command {
    String run(Context context);
}
