package cn.privlens.suite.asked_list_of_two;

import android.app.Activity;
import android.os.Bundle;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> wanted = new ArrayList<>();
        wanted.add("android.permission.CAMERA");
        wanted.add("android.permission.RECORD_AUDIO");
        setTitle("two");
        requestPermissions(wanted.toArray(new String[wanted.size()]), 3);
    }
}
