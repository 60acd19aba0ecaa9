package cn.privlens.suite.consent_dialog_agree;

import android.app.Dialog;
import android.content.Context;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;

class PrivacyDialog extends Dialog {
    interface Choice {
        void onAgree();

        void onRefuse();
    }

    PrivacyDialog(Context c, final Choice choice) {
        super(c);
        setTitle("隐私政策");
        LinearLayout root = new LinearLayout(c);
        TextView text = new TextView(c);
        text.setText("请您仔细阅读《隐私政策》");
        Button agree = new Button(c);
        agree.setText("同意");
        agree.setOnClickListener(v -> {
            choice.onAgree();
            dismiss();
        });
        Button refuse = new Button(c);
        refuse.setText("不同意");
        refuse.setOnClickListener(v -> {
            choice.onRefuse();
            dismiss();
        });
        root.addView(text);
        root.addView(agree);
        root.addView(refuse);
        setContentView(root);
    }
}
