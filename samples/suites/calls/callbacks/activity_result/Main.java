package cn.privlens.suite.activity_result;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.provider.Settings;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> startActivityForResult(new Intent(Intent.ACTION_PICK, ContactsContract.Contacts.CONTENT_URI), 1));
        setContentView(b);

    }
    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
