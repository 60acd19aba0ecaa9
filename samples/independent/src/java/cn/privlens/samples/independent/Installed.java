package cn.privlens.samples.independent;

import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;

/** Questions about other apps. */
final class Installed {
    private static final String[] RIVALS = {"com.example.支付", "com.example.maps", "com.example.shop"};

    private Installed() {}

    static void run(Context context) {
        PackageManager packages = context.getPackageManager();
        has(packages);
        rivals(packages);
        ownVersion(context);
        openable(packages);
        ownSigner(context);
    }

    /** One constant package, as before a payment. */
    private static boolean has(PackageManager packages) {
        try {
            return packages.getPackageInfo("com.eg.android.AlipayGphone", 0) != null;
        } catch (PackageManager.NameNotFoundException absent) {
            return false;
        }
    }

    /** A list of packages, one by one. */
    private static int rivals(PackageManager packages) {
        int count = 0;
        for (String name : RIVALS) {
            try {
                packages.getApplicationInfo(name, 0);
                count++;
            } catch (PackageManager.NameNotFoundException absent) {
                count += 0;
            }
        }
        return count;
    }

    private static String ownVersion(Context context) {
        try {
            String name = context.getPackageName();
            return context.getPackageManager().getPackageInfo(name, 0).versionName;
        } catch (PackageManager.NameNotFoundException absent) {
            return "";
        }
    }

    /** Whether anything can show an address; one component is asked for, no list. */
    private static boolean openable(PackageManager packages) {
        Intent view = new Intent(Intent.ACTION_VIEW, android.net.Uri.parse("geo:0,0"));
        return view.resolveActivity(packages) != null;
    }

    /** The package name comes from the app's own information object. */
    private static int ownSigner(Context context) {
        String name = context.getApplicationInfo().packageName;
        try {
            return context.getPackageManager().getPackageInfo(name, 64).signatures.length;
        } catch (PackageManager.NameNotFoundException absent) {
            return 0;
        }
    }

    /** Nothing makes one and nothing calls it. */
    static final class Leftover {
        int count(Context context) {
            return context.getPackageManager().getInstalledPackages(0).size();
        }
    }
}
