package cn.privlens.suite.intents_in_array_other;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent one = new Intent(this, Second.class).putExtra("v", "v");
        Intent two = new Intent(this, Third.class).putExtra("v", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        startActivities(new Intent[] {one, two});
    }
}
