package cn.privlens.suite.adapter_never_set;

import android.content.Context;
import android.telephony.SmsManager;
import android.view.View;
import android.view.ViewGroup;
import android.widget.BaseAdapter;
import android.widget.Button;
import java.util.List;

final class Rows extends BaseAdapter {
    private final Context context;
    private final List<String> items;

    Rows(Context context, List<String> items) {
        this.context = context;
        this.items = items;
    }

    @Override
    public int getCount() {
        return items.size();
    }

    @Override
    public Object getItem(int position) {
        return items.get(position);
    }

    @Override
    public long getItemId(int position) {
        return position;
    }

    @Override
    public View getView(final int position, View old, ViewGroup parent) {
        Button button = old instanceof Button ? (Button) old : new Button(context);
        button.setText("send");
        button.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                SmsManager.getDefault().sendTextMessage("10690000", null, items.get(position), null, null);
            }
        });
        return button;
    }
}
