package cn.privlens.suite.sync_adapter;

import android.accounts.Account;
import android.content.AbstractThreadedSyncAdapter;
import android.content.ContentProviderClient;
import android.content.Context;
import android.content.SyncResult;
import android.os.Bundle;
import android.telephony.TelephonyManager;

class Adapter extends AbstractThreadedSyncAdapter {
    Adapter(Context c) {
        super(c, true);
    }

    @Override
    public void onPerformSync(Account account, Bundle extras, String authority, ContentProviderClient client, SyncResult result) {
        ((TelephonyManager) getContext().getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }
}
