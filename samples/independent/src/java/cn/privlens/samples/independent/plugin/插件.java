package cn.privlens.samples.independent.plugin;

import android.accounts.AccountManager;
import android.content.Context;
import cn.privlens.samples.independent.Plugin;

/** Made by {@code Class.forName} with a constant name. */
public class 插件 implements Plugin {
    @Override
    public void start(Context context) {
        AccountManager.get(context).getAccountsByType("cn.example.𠮷");
    }
}
