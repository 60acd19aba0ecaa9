package cn.privlens.suite.fragment_added_at_start;

import android.app.Activity;
import android.app.AlertDialog;
import android.app.FragmentTransaction;
import android.content.DialogInterface;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        showHome();
        new AlertDialog.Builder(this)
                .setTitle("个人信息保护指引")
                .setMessage("请您阅读并同意《隐私政策》后使用")
                .setPositiveButton("同意并继续", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface dialog, int which) {
                        dialog.dismiss();
                    }
                })
                .setNegativeButton("退出应用", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface dialog, int which) {
                        finish();
                    }
                })
                .setCancelable(false)
                .show();
    }

    private void showHome() {
        FragmentTransaction change = getFragmentManager().beginTransaction();
        change.replace(android.R.id.content, new HomeFragment());
        change.commitAllowingStateLoss();
    }
}
