package cn.privlens.suite.backup_agent_unnamed;

import android.app.backup.BackupAgent;
import android.app.backup.BackupDataInput;
import android.app.backup.BackupDataOutput;
import android.telephony.TelephonyManager;

public class Saver extends BackupAgent {
    @Override
    public void onBackup(android.os.ParcelFileDescriptor a, BackupDataOutput b, android.os.ParcelFileDescriptor c) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(); }
    @Override
    public void onRestore(BackupDataInput a, int v, android.os.ParcelFileDescriptor c) {}
}
