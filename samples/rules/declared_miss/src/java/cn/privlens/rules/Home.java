package cn.privlens.rules;

/** Every permission has its button. */
public class Home extends Screen {
    @Override
    void begin() {
        button("日历", view -> show(Reads.events(this)));
        button("短信", view -> show(Reads.sms(this)));
    }
}
