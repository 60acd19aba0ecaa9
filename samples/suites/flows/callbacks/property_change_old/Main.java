package cn.privlens.suite.property_change_old;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.beans.PropertyChangeSupport;

public class Main extends Activity {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        changes.addPropertyChangeListener(event -> SmsManager.getDefault().sendTextMessage("10690000", null, "" + event.getOldValue(), null, null));
        changes.firePropertyChange("id", "none", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
    }
}
