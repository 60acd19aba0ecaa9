package cn.privlens.suite.view_keeps_number;

import android.content.Context;
import android.os.Bundle;
import android.os.Parcelable;
import android.util.Log;
import android.view.View;

public class NumberView extends View {
    String number = "";

    public NumberView(Context context) {
        super(context);
    }

    @Override
    protected Parcelable onSaveInstanceState() {
        Bundle kept = new Bundle();
        kept.putParcelable("above", super.onSaveInstanceState());
        kept.putString("number", number);
        kept.putString("step", "第一步");
        return kept;
    }

    @Override
    protected void onRestoreInstanceState(Parcelable state) {
        Bundle kept = (Bundle) state;
        super.onRestoreInstanceState(kept.getParcelable("above"));
        Log.i("view", kept.getString("number"));
    }
}
