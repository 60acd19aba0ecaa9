package cn.privlens.suite.rival_apps_own_list;

import android.app.Activity;
import android.content.pm.ApplicationInfo;
import android.os.Bundle;

public class Main extends Activity {
    private static final String[] RIVALS = {"com.example.taxi", "com.example.bike", "cn.example.waimai"};
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder found = new StringBuilder();
        for (ApplicationInfo app : getPackageManager().getInstalledApplications(0)) {
            for (String rival : RIVALS) {
                if (rival.equals(app.packageName)) {
                    found.append(rival).append('\n');
                }
            }
        }
        Wire.send(found.toString());
    }
}
