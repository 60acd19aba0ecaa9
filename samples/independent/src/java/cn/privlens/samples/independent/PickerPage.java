package cn.privlens.samples.independent;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract;

/** Lets the user pick a contact, and looks only at whether one was picked. */
public class PickerPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivityForResult(new Intent(Intent.ACTION_PICK, ContactsContract.Contacts.CONTENT_URI), 1);
        if (checkSelfPermission("android.permission.READ_CONTACTS") != 0) {
            setTitle("没有通讯录权限");
        }
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        setTitle(result == RESULT ? "已选" : "未选");
    }

    private static final int RESULT = -1;
}
