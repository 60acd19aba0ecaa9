package cn.privlens.rules;

/** Cleans. */
public class Home extends Screen {
    @Override
    void begin() {
        button("清理", view -> show("完成"));
    }
}
