package cn.privlens.rules;

/** A clock. */
public class Home extends Screen {
    @Override
    void begin() {
        button("时间", view -> show(String.valueOf(System.currentTimeMillis())));
    }
}
