package cn.privlens.suite.weak_owner_told_label;

import android.os.AsyncTask;
import android.provider.Settings;
import java.lang.ref.WeakReference;

class Look extends AsyncTask<Void, Void, String> {
    private final WeakReference<Main> owner;
    private final String label;
    Look(Main owner, String label) {
        this.owner = new WeakReference<>(owner);
        this.label = label;
    }
    @Override
    protected String doInBackground(Void... none) {
        Main page = owner.get();
        return page == null ? "" : Settings.Secure.getString(page.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
    @Override
    protected void onPostExecute(String result) {
        Main page = owner.get();
        if (page != null && result != null) {
            page.told(label);
        }
    }
}
