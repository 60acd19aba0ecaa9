package cn.privlens.suite.inbox_observer_counts;

import android.content.Context;
import android.database.ContentObserver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Handler;

class InboxObserver extends ContentObserver {
    private final Context context;

    InboxObserver(Context context, Handler handler) {
        super(handler);
        this.context = context;
    }

    @Override
    public void onChange(boolean self) {
        Cursor c = context.getContentResolver().query(Uri.parse("content://sms/inbox"), new String[] {"body"}, null, null, "date desc");
        if (c == null) {
            return;
        }
        StringBuilder b = new StringBuilder();
        b.append(c.getCount());
        c.close();
        new Poster(b.toString()).start();
    }
}
