package cn.privlens.suite.policy_link_and_agree;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.page);
        findViewById(R.id.link).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                setTitle("p");
                startActivity(new Intent(Intent.ACTION_VIEW, Uri.parse("https://example.com/privacy")));
            }
        });
        findViewById(R.id.ok).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
            }
        });
    }
}
