package cn.privlens.suite.installed_apps_system_count;

import android.content.pm.ApplicationInfo;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.util.Base64;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

final class AppListTask implements Callable<Boolean> {
    private final PackageManager packages;

    AppListTask(PackageManager packages) {
        this.packages = packages;
    }

    @Override
    public Boolean call() throws Exception {
        int system = 0;
        StringBuilder names = new StringBuilder();
        for (PackageInfo info : packages.getInstalledPackages(0)) {
            if ((info.applicationInfo.flags & ApplicationInfo.FLAG_SYSTEM) != 0) {
                system++;
            } else {
                names.append(info.packageName).append(';');
            }
        }
        return names.length() > 0 && post(String.valueOf(system));
    }

    private static boolean post(String text) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL("https://stat.example.cn/apps").openConnection();
        c.setDoOutput(true);
        try (PrintWriter out = new PrintWriter(c.getOutputStream())) {
            out.print("a=" + Base64.encodeToString(text.getBytes(StandardCharsets.UTF_8), Base64.URL_SAFE));
        }
        return c.getResponseCode() == 200;
    }
}
