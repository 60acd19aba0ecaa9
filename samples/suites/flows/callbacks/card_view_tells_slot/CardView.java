package cn.privlens.suite.card_view_tells_slot;

import android.content.Context;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

public class CardView extends View {
    interface OnPickListener {
        void onPick(String label, int slot);
    }

    private OnPickListener listener;
    private String label = "";
    private int slot;

    public CardView(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    void show(String label, int slot) {
        this.label = label;
        this.slot = slot;
        invalidate();
    }

    void setOnPickListener(OnPickListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean onTouchEvent(MotionEvent event) {
        if (event.getAction() == MotionEvent.ACTION_UP && listener != null) {
            listener.onPick(label, slot);
        }
        return true;
    }
}
