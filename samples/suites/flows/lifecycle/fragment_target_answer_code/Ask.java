package cn.privlens.suite.fragment_target_answer_code;

import android.app.Fragment;
import android.content.Intent;
import android.util.Log;

public class Ask extends Fragment {
    @Override
    public void onActivityResult(int request, int result, Intent data) {
        Log.i("suite", "answer " + result);
    }
}
