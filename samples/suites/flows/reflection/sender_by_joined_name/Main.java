package cn.privlens.suite.sender_by_joined_name;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String name = "Device" + "Sender";
        try {
            Sender sender = (Sender) Class.forName("cn.privlens.suite.sender_by_joined_name." + name).newInstance();
            sender.send(this);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
