package cn.privlens.suite.code_pattern_into_page;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.Bundle;
import android.telephony.SmsMessage;
import android.webkit.WebView;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Main extends Activity {
    private static final Pattern CODE = Pattern.compile("验证码[::](\\d{6})");
    private WebView page;
    private final BroadcastReceiver in = new BroadcastReceiver() {
        @Override
        public void onReceive(Context context, Intent intent) {
            for (Object pdu : (Object[]) intent.getExtras().get("pdus")) {
                Matcher found = CODE.matcher(SmsMessage.createFromPdu((byte[]) pdu).getMessageBody());
                if (found.find()) {
                    page.loadUrl("javascript:fill('" + found.pattern().pattern() + "')");
                }
            }
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        page = new WebView(this);
        page.getSettings().setJavaScriptEnabled(true);
        setContentView(page);
        page.loadUrl("https://m.example.cn/login");
        registerReceiver(in, new IntentFilter("android.provider.Telephony.SMS_RECEIVED"));
    }
    @Override
    protected void onDestroy() {
        unregisterReceiver(in);
        super.onDestroy();
    }
}
