package cn.privlens.suite.router_table_other;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import java.util.HashMap;
import java.util.Map;

final class Router {
    private static final Map<String, Class<? extends Activity>> table = new HashMap<>();

    static {
        table.put("/user/info", UserPage.class);
        table.put("/help/index", HelpPage.class);
    }

    private final String path;
    private final Bundle extras = new Bundle();

    private Router(String path) {
        this.path = path;
    }

    static Router build(String path) {
        return new Router(path);
    }

    Router withString(String key, String value) {
        extras.putString(key, value);
        return this;
    }

    void navigate(Context c) {
        Class<? extends Activity> page = table.get(path);
        if (page != null) {
            c.startActivity(new Intent(c, page).putExtras(extras));
        }
    }
}
