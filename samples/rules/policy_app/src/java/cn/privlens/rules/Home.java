package cn.privlens.rules;

/** Reads the Android ID after the agreement and the clipboard on a tap. */
public class Home extends Screen {
    @Override
    void begin() {
        final String id = Reads.androidId(this);
        new Thread(() -> Net.post("https://api.memo.example/v1", id)).start();
        button("粘贴", view -> show(Reads.clip(this)));
    }
}
