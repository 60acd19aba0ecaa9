package cn.privlens.suite.loader_result;

import android.app.Activity;
import android.content.AsyncTaskLoader;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity implements android.app.LoaderManager.LoaderCallbacks<String> {
    static class Read extends AsyncTaskLoader<String> {
        Read(Context context) { super(context); }
        @Override
        public String loadInBackground() { return ((TelephonyManager) getContext().getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getLoaderManager().initLoader(1, null, this).forceLoad();
    }
    @Override
    public android.content.Loader<String> onCreateLoader(int id, Bundle arguments) { return new Read(this); }
    @Override
    public void onLoadFinished(android.content.Loader<String> loader, String data) { Log.i("suite", "l" + data); }
    @Override
    public void onLoaderReset(android.content.Loader<String> loader) { }
}
