package cn.privlens.suite.row_count_asked;

import android.content.Context;
import android.util.Log;
import android.view.View;
import android.view.ViewGroup;
import android.widget.BaseAdapter;
import android.widget.TextView;

final class Rows extends BaseAdapter {
    private final Context context;
    private final String[] rows;
    Rows(Context context, String[] rows) {
        this.context = context;
        this.rows = rows;
    }
    @Override
    public int getCount() { return rows.length; }
    @Override
    public Object getItem(int at) { return rows[at]; }
    @Override
    public long getItemId(int at) { return at; }
    @Override
    public View getView(int at, View old, ViewGroup parent) {
        Log.i("suite", "" + getCount());
        return new TextView(context);
    }
}
