package cn.privlens.rules;

import android.app.ActivityManager;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.database.Cursor;
import android.net.Uri;
import android.os.Process;
import android.provider.ContactsContract;
import android.provider.MediaStore;
import com.google.android.gms.ads.identifier.AdvertisingIdClient;
import com.google.android.gms.auth.api.phone.SmsRetriever;
import org.json.JSONException;
import org.json.JSONObject;

/** Each button does without the information that its twin takes. */
public class Home extends Screen {
    @Override
    void begin() {
        button("型号", view -> show(Reads.model()));
        button("设备", view -> new Thread(this::sendIds).start());
        button("分享", view -> show(hasFriendApp() ? "分享" : "复制"));
        button("进程", view -> show(ownName()));
        button("联系人", view -> startActivityForResult(
                new Intent(Intent.ACTION_PICK, ContactsContract.CommonDataKinds.Phone.CONTENT_URI), 1));
        button("照片", view -> startActivityForResult(
                new Intent(Intent.ACTION_PICK, MediaStore.Images.Media.EXTERNAL_CONTENT_URI), 2));
        button("验证码", view -> show(SmsRetriever.getClient(this).startSmsRetriever()));
        button("崩溃", view -> show(ownLog()));
    }

    private void sendIds() {
        try {
            JSONObject all = new JSONObject();
            all.put("gaid", AdvertisingIdClient.getAdvertisingIdInfo(this).getId());
            all.put("android_id", Reads.androidId(this));
            Net.post("https://a.housekeeper.example/ids", all.toString());
        } catch (JSONException none) {
            throw new IllegalStateException(none);
        }
    }

    private boolean hasFriendApp() {
        try {
            getPackageManager().getPackageInfo("com.tencent.mm", 0);
            return true;
        } catch (PackageManager.NameNotFoundException none) {
            return false;
        }
    }

    private String ownName() {
        ActivityManager manager = (ActivityManager) getSystemService(ACTIVITY_SERVICE);
        int own = Process.myPid();
        for (ActivityManager.RunningAppProcessInfo one : manager.getRunningAppProcesses()) {
            if (one.pid == own) {
                return one.processName;
            }
        }
        return "";
    }

    private static String ownLog() {
        try {
            Runtime.getRuntime().exec("logcat -d --pid=" + Process.myPid());
        } catch (java.io.IOException none) {
            return "none";
        }
        return "";
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        if (data == null || data.getData() == null) {
            return;
        }
        Uri picked = data.getData();
        Cursor row = getContentResolver().query(picked, null, null, null, null);
        if (row != null && row.moveToFirst()) {
            show(row.getString(0));
        }
    }
}
