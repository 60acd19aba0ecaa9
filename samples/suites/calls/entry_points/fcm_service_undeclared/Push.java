package cn.privlens.suite.fcm_service_undeclared;

import android.telephony.TelephonyManager;
import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;

public class Push extends FirebaseMessagingService {
    @Override
    public void onMessageReceived(RemoteMessage m) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
}
