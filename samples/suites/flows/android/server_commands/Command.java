package cn.privlens.suite.server_commands;

import android.content.Context;

interface Command {
    String run(Context context);
}
