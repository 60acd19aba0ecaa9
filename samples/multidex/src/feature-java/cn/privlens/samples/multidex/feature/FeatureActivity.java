package cn.privlens.samples.multidex.feature;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract;
import cn.privlens.samples.multidex.First;

/** In the split; declared in the split's manifest. */
public class FeatureActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getContentResolver().query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        First.number(this);
    }
}
