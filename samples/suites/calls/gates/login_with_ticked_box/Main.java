package cn.privlens.suite.login_with_ticked_box;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;
import android.widget.CheckBox;
import android.widget.LinearLayout;
import android.widget.Toast;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout root = new LinearLayout(this);
        final CheckBox box = new CheckBox(this);
        box.setText("我已阅读并同意《用户协议》和《隐私政策》");
        Button login = new Button(this);
        login.setText("本机号码一键登录");
        login.setOnClickListener(v -> {
            if (!box.isChecked()) {
                Toast.makeText(this, "请先阅读并同意协议", Toast.LENGTH_SHORT).show();
                return;
            }
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        });
        root.addView(box);
        root.addView(login);
        setContentView(root);
    }
}
