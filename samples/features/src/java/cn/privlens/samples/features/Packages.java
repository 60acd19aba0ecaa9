package cn.privlens.samples.features;

import android.app.usage.UsageStatsManager;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;

/** Questions about packages: all, one known, the own one. */
final class Packages {
    private Packages() {}

    static void run(Context context) {
        PackageManager packages = context.getPackageManager();
        try {
            all(packages);
            launchers(packages);
            own(context, packages);
            one(packages);
            usage(context);
        } catch (PackageManager.NameNotFoundException absent) {
            // Not installed.
        }
    }

    private static int all(PackageManager packages) {
        return packages.getInstalledApplications(0).size();
    }

    private static int launchers(PackageManager packages) {
        Intent intent = new Intent("android.intent.action.MAIN");
        intent.addCategory("android.intent.category.LAUNCHER");
        return packages.queryIntentActivities(intent, 0).size();
    }

    private static String own(Context context, PackageManager packages)
            throws PackageManager.NameNotFoundException {
        return packages.getPackageInfo(context.getPackageName(), 0).versionName;
    }

    private static String one(PackageManager packages)
            throws PackageManager.NameNotFoundException {
        return packages.getPackageInfo("com.example.payment", 0).versionName;
    }

    private static Object usage(Context context) {
        return ((UsageStatsManager) context.getSystemService("usagestats"))
                .queryUsageStats(0, 0L, Long.MAX_VALUE);
    }
}
