package cn.privlens.suite.sender_by_other_name;

import android.content.Context;

interface Sender {
    void send(Context context);
}
