package cn.privlens.suite.fragment_target_answer_code;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Ask ask = new Ask();
        Give give = new Give();
        give.setTargetFragment(ask, 3);
        getFragmentManager().beginTransaction().add(ask, "ask").add(give, "give").commit();
    }
}
