package cn.privlens.suite.own_promise_failed;

import java.util.function.Consumer;

final class Promise<T> {
    private Consumer<T> then;
    private Consumer<String> failed;
    private T value;
    private String failure;

    synchronized void fulfil(T v) {
        value = v;
        if (then != null) {
            then.accept(v);
        }
    }

    synchronized void fail(String why) {
        failure = why;
        if (failed != null) {
            failed.accept(why);
        }
    }

    synchronized Promise<T> then(Consumer<T> f) {
        then = f;
        if (value != null) {
            f.accept(value);
        }
        return this;
    }

    synchronized Promise<T> failed(Consumer<String> f) {
        failed = f;
        if (failure != null) {
            f.accept(failure);
        }
        return this;
    }
}
