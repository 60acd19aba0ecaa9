package cn.privlens.suite.intent_clip_text;

import android.app.Activity;
import android.content.ClipData;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ClipData clip = getIntent().getClipData();
        if (clip != null) {
            Log.i("suite", clip.getItemAt(0).getText().toString());
        }
    }
}
