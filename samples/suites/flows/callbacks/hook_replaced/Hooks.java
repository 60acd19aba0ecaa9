package cn.privlens.suite.hook_replaced;

import java.util.function.Consumer;

final class Hooks {
    private static Consumer<String> onId;

    static void set(Consumer<String> hook) {
        onId = hook;
    }

    static void id(String id) {
        if (onId != null) {
            onId.accept(id);
        }
    }
}
