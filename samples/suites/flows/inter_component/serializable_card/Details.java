package cn.privlens.suite.serializable_card;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Details extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = (Card) getIntent().getSerializableExtra("card");
        if (card == null) {
            finish();
            return;
        }
        setTitle(card.name());
        Log.i("details", "card " + card.number());
    }
}
